package org.limbeck.testkit.fault;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.limbeck.testkit.server.TestDatabase;

/**
 * A data source over a real database that counts the statements sent through it and can die at one of them. Dying cuts
 * all its connections at once, without a commit, as the end of a process does; from then on every call fails with
 * SQLState 08006, except closing, which does nothing. A batch, a commit, a rollback and a savepoint count as one
 * statement each. Thread-safe.
 *
 * <p>A crash test runs its work once with {@link Fault#never()} to learn how many statements there are, then once for
 * every statement and moment on a fresh database, each time followed by a run on a data source that lives.
 */
public final class FaultyDataSource implements DataSource {

    private static final Duration NOTICED = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final MortalProcess process;

    /** Makes a data source for a database, with its own count. */
    public FaultyDataSource(TestDatabase database, Fault fault) {
        this.database = database;
        this.process = new MortalProcess(database, fault);
    }

    /** The statements sent so far, in order; the one at which the process died is the last. */
    public List<String> statements() {
        return process.statements();
    }

    /** Whether the process has died. */
    public boolean isDead() {
        return process.isDead();
    }

    /**
     * Waits until the server has noticed the death and freed the locks of every session; at once where there is no
     * server.
     *
     * @throws IllegalStateException when a session is still there after 30 seconds
     */
    public void awaitGone() throws SQLException, InterruptedException {
        for (long session : process.sessions()) {
            database.awaitGone(session, NOTICED);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return MortalObject.connection(process, process.connect());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections are those of the test database's user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is logged.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The drivers' own limits do.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (isWrapperFor(type)) {
            return type.cast(this);
        }
        throw new SQLException("a faulty data source wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
