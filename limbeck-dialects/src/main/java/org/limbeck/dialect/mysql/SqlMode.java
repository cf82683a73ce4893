package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The session's sql_mode, which decides whether values are cut silently and how quotes are read. */
final class SqlMode {
    static final String STRICT = "STRICT_ALL_TABLES";

    /** They change what a quote or a backslash means, alone or as part of a compound mode. */
    private static final List<String> CONFUSING =
            List.of("NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI", "ORACLE", "MSSQL", "DB2", "MAXDB", "POSTGRESQL");

    private SqlMode() {}

    /**
     * The modes for work: values that do not fit are errors, quotes and backslashes are read as MySQL reads them; the
     * others stay.
     */
    private static String strict(String current) {
        String modes = "CONCAT('," + STRICT + ",', " + current + ", ',')";
        for (String mode : CONFUSING) {
            modes = "REPLACE(" + modes + ", '," + mode + ",', ',')";
        }
        return "TRIM(BOTH ',' FROM " + modes + ")";
    }

    /** One statement; gives the one that takes it back. */
    static String makeStrict(Connection connection) throws SQLException {
        String current = "@@SESSION.sql_mode";
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET @limbeck_mode_before = " + current + ", SESSION sql_mode = " + strict(current));
        }
        return "SET SESSION sql_mode = @limbeck_mode_before";
    }
}
