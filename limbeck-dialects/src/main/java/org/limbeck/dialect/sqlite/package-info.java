/** SQLite 3: its own ALTER TABLE where that is exact, else a rebuild that loses nothing. */
@NullMarked
package org.limbeck.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
