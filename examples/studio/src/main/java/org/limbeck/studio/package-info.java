/** An application with two databases, which it brings up to date when it starts. */
@NullMarked
package org.limbeck.studio;

import org.jspecify.annotations.NullMarked;
