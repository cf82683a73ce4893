/** MySQL 8.0 and later, and MariaDB 10.6 and later as a variant of it. */
@NullMarked
package org.limbeck.dialect.mysql;

import org.jspecify.annotations.NullMarked;
