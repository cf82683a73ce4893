package org.limbeck.testkit.server;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

import org.limbeck.testkit.server.internal.Outages;
import org.limbeck.testkit.server.internal.Unavailable;

/**
 * A fresh, empty database of a test's own, dropped when closed. Its user may do everything on the server.
 *
 * <p>Servers are shared with other tests running at the same time, so what belongs to the whole server (roles, named
 * locks, settings) needs unique names. Thread-safe.
 */
public abstract sealed class TestDatabase implements AutoCloseable
        permits ServerDatabase, SqliteFileDatabase, SqliteMemoryDatabase, H2Database {

    private final DatabaseKind kind;
    private final ServerAddress address;

    TestDatabase(DatabaseKind kind, ServerAddress address) {
        this.kind = kind;
        this.address = address;
    }

    /**
     * Creates a database, and starts the server when it does not run yet.
     *
     * @throws org.opentest4j.TestAbortedException when the engine cannot be had on this machine; with {@code CI=true} or
     *     {@code -Dlimbeck.test.require=all} that is an {@link IllegalStateException} instead
     */
    public static TestDatabase create(DatabaseKind kind) {
        try {
            return switch (kind) {
                case SQLITE -> SqliteFileDatabase.create();
                case H2 -> H2Database.inMemory();
                default -> TestServers.create(kind);
            };
        } catch (Unavailable e) {
            throw Outages.OF_THIS_RUN.missing(kind.name(), String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("cannot create a database on " + kind + ": " + e.getMessage(), e);
        }
    }

    /** Creates an SQLite database in memory, shared by all its connections. */
    public static TestDatabase sqliteInMemory() {
        try {
            return SqliteMemoryDatabase.create();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create an SQLite database in memory: " + e.getMessage(), e);
        }
    }

    /** Creates an H2 database in a file, which one JVM at a time can open. */
    public static TestDatabase h2InFile() {
        try {
            return H2Database.inFile();
        } catch (IOException e) {
            throw new IllegalStateException("cannot create an H2 database in a file: " + e.getMessage(), e);
        }
    }

    /** The kind of database. */
    public final DatabaseKind kind() {
        return kind;
    }

    /** The JDBC URL, without user and password; may have parameters. */
    public final String url() {
        return address.url();
    }

    /** The user, or an empty text where there are no users. */
    public final String user() {
        return address.user();
    }

    /** The password, or an empty text. */
    public final String password() {
        return address.password();
    }

    /** Opens a connection to this database. */
    public final Connection connect() throws SQLException {
        return address.connect();
    }

    /** Opens a connection by which to watch or disturb the others: on a server, to another database of that server. */
    public Connection adminConnect() throws SQLException {
        return connect();
    }

    /** Executes statements, each in a transaction of its own. */
    public final void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first value that a query gives, as text; fails if it gives no row. */
    public final String answer(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A data source of plain connections to this database. */
    public final DataSource dataSource() {
        return new PlainDataSource(this);
    }

    /** The number by which the server knows the session of a connection; 0 where there is no server. */
    public long sessionOf(Connection connection) throws SQLException {
        return 0;
    }

    /** Whether the server still has the session. Where there is no server a session ends with its connection. */
    public boolean hasSession(long session) throws SQLException {
        return false;
    }

    /** Ends a session from the server's side; fails where there is no server. */
    public void killSession(long session) throws SQLException {
        throw new UnsupportedOperationException(kind + " has no sessions to kill");
    }

    /** Waits until the server has noticed that a session is gone and has freed its locks. */
    public final void awaitGone(long session, Duration atMost) throws SQLException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (hasSession(session)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("session " + session + " is still there after " + atMost);
            }
            Thread.sleep(5);
        }
    }

    /** Drops the database, also when connections to it are open. Closing again does nothing. */
    @Override
    public abstract void close();

    @Override
    public final String toString() {
        return kind + " " + url();
    }
}
