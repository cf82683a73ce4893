/** Tests of the start that need no database. */
@NullMarked
package org.limbeck.start;

import org.jspecify.annotations.NullMarked;
