/** Tests of SQLite on real files. */
@NullMarked
package org.limbeck.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
