/** Tests of the PostgreSQL dialect, on 15 and 18. */
@NullMarked
package org.limbeck.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
