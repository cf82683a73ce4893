package org.limbeck.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.SqlText;

/**
 * Values by column, in order.
 *
 * @param values plain values (string, number, boolean, UUID, byte array, java.time, null), or {@link Sql} or {@link Lookup}
 */
public record Row(Map<String, @Nullable Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** An SQL expression instead of a value. */
    public record Sql(SqlText sql) {
        /** Other words on one dialect. */
        public Sql on(String dialect, String words) {
            return new Sql(sql.on(dialect, words));
        }
    }

    /** The value of a column in the only row of another table that matches. */
    public record Lookup(String table, String column, Row where) {}

    /** Whether every value is a plain one. */
    public boolean plain() {
        return values.values().stream().noneMatch(v -> v instanceof Sql || v instanceof Lookup);
    }
}
