/** PostgreSQL 14 to 18. */
@NullMarked
package org.limbeck.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
