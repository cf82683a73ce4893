package org.limbeck.bench.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads columns, constraints and indexes of PostgreSQL from the catalogue and holds them; compares nothing. */
public final class Catalogue {
    private static final List<String> QUERIES = List.of(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
                    + " pg_get_expr(d.adbin, d.adrelid) FROM pg_class c"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                    + " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'",
            "SELECT conrelid::regclass, conname, pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE connamespace = 'public'::regnamespace",
            "SELECT indrelid::regclass, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid"
                    + " WHERE c.relnamespace = 'public'::regnamespace");

    private Catalogue() {}

    /** @param words address, user, password */
    public static void main(String[] words) throws SQLException {
        Set<String> all = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(words[0], words[1], words[2]);
                Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= columns; i++) {
                            line.append(rows.getString(i)).append('|');
                        }
                        all.add(line.toString());
                    }
                }
            }
        }
        System.out.println(all.size());
    }
}
