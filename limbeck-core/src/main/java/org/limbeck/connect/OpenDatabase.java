package org.limbeck.connect;

import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.Dialect;

/** A work connection and the dialect that it speaks. Closing gives the connection back as it was. */
public record OpenDatabase(Connection connection, Dialect dialect, String url) implements AutoCloseable {

    @Override
    public void close() {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
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
}
