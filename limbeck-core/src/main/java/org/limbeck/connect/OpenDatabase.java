package org.limbeck.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.limbeck.dialect.ConnectionSource;
import org.limbeck.dialect.Dialect;

/** A work connection and the dialect that it speaks. Closing gives the connection back as it was. Not thread-safe. */
public final class OpenDatabase implements AutoCloseable {
    private final Connection connection;
    private final Dialect dialect;
    private final String url;
    private final ConnectionSource others;
    private final boolean autoCommit;
    private final boolean lent;
    private boolean prepared;
    private List<String> undo = List.of();

    /**
     * Wraps a connection in autocommit mode.
     *
     * @param others opens further connections to the same database
     * @param autoCommit whether it was in autocommit mode when it was opened
     * @param lent whether somebody else uses the session afterwards, as with a pool
     */
    OpenDatabase(
            Connection connection,
            Dialect dialect,
            String url,
            ConnectionSource others,
            boolean autoCommit,
            boolean lent) {
        this.connection = connection;
        this.dialect = dialect;
        this.url = url;
        this.others = others;
        this.autoCommit = autoCommit;
        this.lent = lent;
    }

    public Connection connection() {
        return connection;
    }

    public Dialect dialect() {
        return dialect;
    }

    public String url() {
        return url;
    }

    public ConnectionSource others() {
        return others;
    }

    /** Makes the session one for work, if it is not yet; a plain look at the journal does without. */
    public void prepare() throws SQLException {
        if (!prepared) {
            prepared = true;
            undo = dialect.prepare(connection);
        }
    }

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
            connection.setAutoCommit(true);
        }
        if (lent && !undo.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : undo) {
                    statement.execute(sql);
                }
            }
        }
        if (!autoCommit) {
            connection.setAutoCommit(false);
        }
    }
}
