package org.limbeck.schema;

import java.util.Map;

/**
 * A piece of SQL, with other words for some dialects.
 *
 * @param sql what is used where no other words are given
 * @param perDialect other words, by dialect name
 */
public record SqlText(String sql, Map<String, String> perDialect) {

    public SqlText {
        perDialect = Copies.of(perDialect);
    }

    public static SqlText of(String sql) {
        return new SqlText(sql, Map.of());
    }

    /** The same text with other words for one dialect. */
    public SqlText on(String dialect, String words) {
        return new SqlText(sql, Copies.with(perDialect, dialect, words));
    }
}
