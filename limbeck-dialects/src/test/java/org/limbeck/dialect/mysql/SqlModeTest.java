package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What the session's mode is made, by one statement. */
class SqlModeTest {
    @EachDatabase({DatabaseKind.MYSQL_9_7, DatabaseKind.MARIADB_10_11})
    void theModeIsStrictAndReadsQuotesAsUsual(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String mode : List.of("ANSI,NO_BACKSLASH_ESCAPES,NO_ZERO_DATE", "", "ANSI_QUOTES", "NO_ZERO_DATE")) {
                statement.execute("SET SESSION sql_mode = '" + mode + "'");

                SqlMode.makeStrict(connection);

                assertThat(modes(statement))
                        .contains("STRICT_ALL_TABLES")
                        .doesNotContain("ANSI", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "")
                        .satisfies(modes ->
                                assertThat(modes.contains("NO_ZERO_DATE")).isEqualTo(mode.contains("NO_ZERO_DATE")));
            }
        }
    }

    @EachDatabase(DatabaseKind.MARIADB_10_11)
    void theModeOfOracleIsLeft(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = 'ORACLE'");

            SqlMode.makeStrict(connection);

            assertThat(modes(statement)).contains("STRICT_ALL_TABLES").doesNotContain("ORACLE", "ANSI_QUOTES");
        }
    }

    private static List<String> modes(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@SESSION.sql_mode")) {
            row.next();
            return List.of(row.getString(1).split(","));
        }
    }
}
