/** The facade: everything that the commands do, from Java. */
@NullMarked
package org.limbeck;

import org.jspecify.annotations.NullMarked;
