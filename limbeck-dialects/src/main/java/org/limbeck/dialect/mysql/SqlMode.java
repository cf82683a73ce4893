package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The session's sql_mode, which decides whether values are cut silently and how quotes are read. */
final class SqlMode {
    static final String STRICT = "STRICT_ALL_TABLES";

    /** They change what a quote or a backslash means, alone or as part of a compound mode. */
    private static final Set<String> CONFUSING =
            Set.of("NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI", "ORACLE", "MSSQL", "DB2", "MAXDB", "POSTGRESQL");

    private SqlMode() {}

    /** The modes for work: values that do not fit are errors, quotes and backslashes are read as MySQL reads them. */
    static String strict(String current) {
        List<String> modes = new ArrayList<>();
        modes.add(STRICT);
        for (String mode : current.split(",")) {
            if (!mode.isEmpty() && !CONFUSING.contains(mode) && !modes.contains(mode)) {
                modes.add(mode);
            }
        }
        return String.join(",", modes);
    }

    static void makeStrict(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String current;
            try (ResultSet row = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
                row.next();
                current = row.getString(1);
            }
            statement.execute("SET SESSION sql_mode = '" + strict(current) + "'");
        }
    }
}
