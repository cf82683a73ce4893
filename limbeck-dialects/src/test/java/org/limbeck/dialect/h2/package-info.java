/** Tests of the H2 dialect, on H2 in memory. */
@NullMarked
package org.limbeck.dialect.h2;

import org.jspecify.annotations.NullMarked;
