package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.ServerInfo;

/** MariaDB 10.6 and later: MySQL's dialect where it is not said otherwise. Immutable and thread-safe. */
public final class MariaDbDialect extends MySqlDialect {

    public MariaDbDialect(ServerInfo server) {
        super(server, server.atLeast(10, 7), false);
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String title() {
        return "MariaDB";
    }

    @Override
    public List<String> answersTo() {
        return both();
    }

    @Override
    boolean isMariaDb() {
        return true;
    }

    @Override
    public boolean supports(Feature feature) {
        return switch (feature) {
            case SEQUENCES -> true;
            case EXPRESSION_INDEXES -> false;
            default -> super.supports(feature);
        };
    }

    /**
     * Before 10.10 the first TIMESTAMP column of a table was given {@code DEFAULT CURRENT_TIMESTAMP ON UPDATE
     * CURRENT_TIMESTAMP} unasked. Some of those versions let a session change that; the others must be configured.
     */
    @Override
    List<String> prepareTimestamps(Connection connection) throws SQLException {
        if (server().atLeast(10, 10)) {
            return List.of();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET @limbeck_timestamps_before = @@SESSION.explicit_defaults_for_timestamp,"
                    + " SESSION explicit_defaults_for_timestamp = 1");
            return List.of("SET SESSION explicit_defaults_for_timestamp = @limbeck_timestamps_before");
        } catch (SQLException e) {
            int readOnlyVariable = 1238;
            if (e.getErrorCode() != readOnlyVariable) {
                throw e;
            }
            return List.of();
        }
    }
}
