package org.limbeck.dialect.sqlite;

import java.util.List;

import org.limbeck.dialect.Dialect;

/**
 * Statements that fail with words of ours unless something holds. SQLite can raise an error of one's own in triggers
 * only; a JSON path that is none carries the words into the message.
 */
final class Guards {
    private Guards() {}

    /** Always fails. */
    static String stop(Dialect dialect, String message) {
        return "SELECT json_extract('{}', " + dialect.literal(message, null) + ")";
    }

    /**
     * Fails if a count is not 0.
     *
     * @param count the count, such as {@code count(*)}
     * @param from the words from FROM on
     * @param message what is told after the number
     */
    static String none(Dialect dialect, String count, String from, String message) {
        return "SELECT CASE WHEN n > 0 THEN json_extract('{}', n || " + dialect.literal(" " + message, null)
                + ") END FROM (SELECT " + count + " AS n" + (from.isEmpty() ? "" : " " + from) + ")";
    }

    /** Fails if another table has a foreign key to this one. */
    static String notReferenced(Dialect dialect, String table) {
        String name = dialect.literal(table, null);
        return none(
                dialect,
                "count(*)",
                "FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table' AND k.\"table\" = "
                        + name + " COLLATE NOCASE AND m.name <> " + name + " COLLATE NOCASE",
                "foreign keys of other tables refer to table " + table + "; drop them first");
    }

    /** Fails if a row of a table breaks one of its foreign keys. */
    static String foreignKey(Dialect dialect, TableText table, Located key) {
        List<Located> keys = Located.in(table).stream()
                .filter(l -> l.clause().kind() == Clause.Kind.FOREIGN_KEY)
                .toList();
        // SQLite numbers the keys of a table from the last to the first.
        int number = keys.size() - 1 - keys.indexOf(key);
        String references = String.valueOf(
                key.clause().key() == null ? "" : key.clause().key().references());
        return none(
                dialect,
                "count(*)",
                "FROM pragma_foreign_key_check(" + dialect.literal(table.name(), null) + ") WHERE fkid = " + number,
                "rows of table " + table.name() + " refer to no row of table " + references
                        + (key.constraint().name() == null
                                ? ""
                                : " (" + key.constraint().name() + ")"));
    }
}
