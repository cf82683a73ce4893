package org.limbeck.testkit.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.testkit.fault.Fault.Moment;
import org.limbeck.testkit.server.TestDatabase;

/** What the connections of one data source share: the statements sent so far, and whether the process has died. */
final class MortalProcess {

    private final TestDatabase database;
    private final Fault fault;
    private final List<String> statements = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Long> sessions = new ArrayList<>();
    private boolean dead;

    MortalProcess(TestDatabase database, Fault fault) {
        this.database = database;
        this.fault = fault;
    }

    /** Something that calls the real driver. */
    interface Call {
        @Nullable
        Object make() throws Throwable;
    }

    Connection connect() throws SQLException {
        requireAlive();
        Connection connection = database.connect();
        long session = database.sessionOf(connection);
        synchronized (this) {
            connections.add(connection);
            sessions.add(session);
        }
        return connection;
    }

    /** Sends a statement, unless the process dies first. Its outcome, be it an error, is lost when it dies right after. */
    @Nullable
    Object send(String sql, Call call) throws Throwable {
        int number = count(sql);
        if (fault.strikes(number, Moment.BEFORE)) {
            throw die();
        }
        if (!fault.strikes(number, Moment.AFTER)) {
            return call.make();
        }
        try {
            call.make();
        } catch (SQLException e) {
            // Nobody learns of it.
        }
        throw die();
    }

    private synchronized int count(String sql) throws SQLException {
        requireAlive();
        statements.add(sql);
        return statements.size();
    }

    private synchronized SQLException die() {
        dead = true;
        connections.forEach(this::cut);
        return lost();
    }

    private void cut(Connection connection) {
        try {
            if (connection.isClosed()) {
                return;
            }
            if (database.kind().isServer()) {
                connection.abort(Runnable::run);
            } else {
                rollback(connection);
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot cut a connection to " + database, e);
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // No transaction is open, or one begun by SQL, which closing rolls back.
        }
    }

    synchronized void requireAlive() throws SQLException {
        if (dead) {
            throw lost();
        }
    }

    synchronized boolean isDead() {
        return dead;
    }

    private static SQLException lost() {
        return new SQLException("connection lost", "08006");
    }

    synchronized List<String> statements() {
        return List.copyOf(statements);
    }

    synchronized List<Long> sessions() {
        return List.copyOf(sessions);
    }
}
