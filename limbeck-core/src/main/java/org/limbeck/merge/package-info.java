/** Joining lines of history: what two lines do to the same objects, and putting one line behind another. */
@NullMarked
package org.limbeck.merge;

import org.jspecify.annotations.NullMarked;
