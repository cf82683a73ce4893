/** Helpers that the tests of all dialects share. */
@NullMarked
package org.limbeck.dialect;

import org.jspecify.annotations.NullMarked;
