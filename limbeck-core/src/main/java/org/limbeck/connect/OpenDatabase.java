package org.limbeck.connect;

import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.ConnectionSource;
import org.limbeck.dialect.Dialect;

/**
 * A work connection and the dialect that it speaks. Closing gives the connection back as it was.
 *
 * @param others opens further connections to the same database
 * @param autoCommit whether it was in autocommit mode when it was opened
 */
public record OpenDatabase(
        Connection connection, Dialect dialect, String url, ConnectionSource others, boolean autoCommit)
        implements AutoCloseable {

    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                giveBack();
            }
        } catch (SQLException e) {
            // The connection is broken; closing it is all that is left.
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // A connection that cannot be closed is gone already.
        }
    }

    private void giveBack() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        if (connection.getAutoCommit() != autoCommit) {
            connection.setAutoCommit(autoCommit);
        }
    }
}
