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
     * One statement that changes the modes to those for work: values that do not fit are errors, quotes and backslashes
     * are read as MySQL reads them; the others stay.
     */
    static String makeStrict(String current) {
        String modes = "CONCAT('," + STRICT + ",', " + current + ", ',')";
        for (String mode : CONFUSING) {
            modes = "REPLACE(" + modes + ", '," + mode + ",', ',')";
        }
        return "SET SESSION sql_mode = TRIM(BOTH ',' FROM " + modes + ")";
    }

    static void makeStrict(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(makeStrict("@@SESSION.sql_mode"));
        }
    }
}
