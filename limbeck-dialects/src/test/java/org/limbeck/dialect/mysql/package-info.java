/** Tests of the MySQL and MariaDB dialects. */
@NullMarked
package org.limbeck.dialect.mysql;

import org.jspecify.annotations.NullMarked;
