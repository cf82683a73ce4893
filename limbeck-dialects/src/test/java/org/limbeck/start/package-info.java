/** Applications that start on real databases. */
@NullMarked
package org.limbeck.start;

import org.jspecify.annotations.NullMarked;
