package org.limbeck.operation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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

    /** Byte arrays are equal when their bytes are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row
                && values.keySet().equals(row.values.keySet())
                && values.keySet().stream().allMatch(c -> Objects.deepEquals(values.get(c), row.values.get(c)));
    }

    @Override
    public int hashCode() {
        return values.entrySet().stream()
                .mapToInt(e -> e.getKey().hashCode() ^ Arrays.deepHashCode(new Object[] {e.getValue()}))
                .sum();
    }
}
