/** The example against real databases. */
@NullMarked
package org.limbeck.studio;

import org.jspecify.annotations.NullMarked;
