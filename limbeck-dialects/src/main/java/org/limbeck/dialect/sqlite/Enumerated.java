package org.limbeck.dialect.sqlite;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Unsupported;
import org.limbeck.operation.ColumnRef;

/** The column that keeps an enum. */
final class Enumerated {
    private Enumerated() {}

    static String column(Dialect dialect, @Nullable ColumnRef column, String what) {
        if (column == null) {
            throw Unsupported.on(
                    dialect,
                    what,
                    "It has no named enums; the values are kept at each column.",
                    "Name the column:  .in(\"table\", \"column\")");
        }
        return column.column();
    }
}
