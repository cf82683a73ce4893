/** Schemas as applications have them: read, written as scripts, built again, compared. */
@NullMarked
package org.limbeck.real;

import org.jspecify.annotations.NullMarked;
