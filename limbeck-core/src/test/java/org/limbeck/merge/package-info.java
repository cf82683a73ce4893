/** Tests of comparing and moving lines of history. */
@NullMarked
package org.limbeck.merge;

import org.jspecify.annotations.NullMarked;
