package org.limbeck.dialect.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.limbeck.dialect.Live;
import org.limbeck.schema.Table;

/**
 * All that a database holds.
 *
 * @param definitions statements of the catalogue by kind and name, without layout
 * @param rows by table, with their numbers and classes of values
 * @param settings pragmas
 */
record Snapshot(Map<String, String> definitions, Map<String, List<String>> rows, Map<String, String> settings) {

    static Snapshot of(Live live) throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        for (List<?> row : live.rows("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")) {
            definitions.put(row.get(0) + " " + row.get(1), normal(String.valueOf(row.get(2))));
        }
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table :
                live.texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name <>" + " 'sqlite_stat4'")) {
            rows.put(table, rows(live, table));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (String pragma : List.of("foreign_keys", "legacy_alter_table", "user_version", "integrity_check")) {
            settings.put(pragma, live.texts("PRAGMA " + pragma).toString());
        }
        return new Snapshot(definitions, rows, settings);
    }

    private static String normal(String sql) {
        return Token.all(sql).stream().map(Token::normal).collect(Collectors.joining(" "));
    }

    static List<String> rows(Live live, String table) throws SQLException {
        String quoted = live.dialect().identifier(table);
        List<String> columns = new ArrayList<>();
        for (String column : live.texts(
                "SELECT name FROM pragma_table_xinfo(" + live.dialect().literal(table, null) + ") WHERE hidden <> 1")) {
            String name = live.dialect().identifier(column);
            columns.add("typeof(" + name + ") || ':' || quote(" + name + ")");
        }
        boolean numbered = !table.startsWith("sqlite_")
                && live.texts("SELECT wr FROM pragma_table_list WHERE name = "
                                + live.dialect().literal(table, null))
                        .equals(List.of("0"));
        String first = numbered ? "_rowid_, " : "";
        return live.texts("SELECT " + first + String.join(", ", columns) + " FROM " + quoted + " ORDER BY 1, 2");
    }

    /** The same without what concerns a table itself. */
    Snapshot without(String table) {
        Map<String, String> others = new TreeMap<>(definitions);
        others.remove("table " + table);
        Map<String, List<String>> otherRows = new TreeMap<>(rows);
        otherRows.remove(table);
        return new Snapshot(others, otherRows, settings);
    }

    /** The tables in their normal form, read whole and one by one alike. */
    static Map<String, Table> tables(Live live) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (Table table : live.schema().tables().values()) {
            Table whole = live.dialect().normalise(table);
            Table narrow = live.normal(table.name().toString());
            if (!whole.equals(narrow)) {
                throw new AssertionError("read whole: " + whole + "\nread alone: " + narrow);
            }
            tables.put(table.name().name(), whole);
        }
        return tables;
    }
}
