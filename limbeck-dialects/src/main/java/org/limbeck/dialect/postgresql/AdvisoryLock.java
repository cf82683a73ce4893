package org.limbeck.dialect.postgresql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.MigrationLock;

/**
 * A session's advisory lock on the work connection: it lives as long as the session, also while the server finishes a
 * statement of a client that died. Advisory locks belong to one database, so the key holds the journal alone; addresses
 * of the same server may be spelled differently. Thread-safe.
 */
final class AdvisoryLock implements MigrationLock {
    /** Keys of sixty-four bits stand in pg_locks as two halves, told from pairs of keys by objsubid. */
    private static final String ROWS = """
            FROM pg_catalog.pg_locks l
            WHERE l.locktype = 'advisory' AND l.classid = %d AND l.objid = %d AND l.objsubid = 1 AND l.granted
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())""";

    private static final String HOLDER = """
            SELECT a.pid, a.application_name, a.usename, coalesce(host(a.client_addr), 'the server itself'),
              a.state, a.query, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SSOF'),
              extract(epoch FROM now() - a.state_change)::bigint
            FROM pg_catalog.pg_stat_activity a WHERE a.pid = (SELECT l.pid %s LIMIT 1)""";

    private static final Pattern NOTE = Pattern.compile("/\\* limbeck (.*?) \\*/");

    private final long silentSeconds;

    /** @param silentSeconds after which an idle holder is given up */
    AdvisoryLock(long silentSeconds) {
        this.silentSeconds = silentSeconds;
    }

    @Override
    public Optional<Held> tryAcquire(Connection work, LockScope scope, String holder) throws SQLException {
        long key = key(scope);
        return ask(work, "SELECT pg_try_advisory_lock(?)", key)
                ? Optional.of(new HeldLock(work, key))
                : Optional.empty();
    }

    @Override
    public Optional<String> holder(Connection connection, LockScope scope) throws SQLException {
        Session session = session(connection, scope);
        return session == null ? Optional.empty() : Optional.of(session.words());
    }

    /** Ends the session of the holder if it is idle and has been silent for long; such a client is gone or hangs. */
    @Override
    public boolean forceRelease(Connection connection, LockScope scope) throws SQLException {
        Session session = session(connection, scope);
        return session != null
                && session.state().startsWith("idle")
                && session.seconds() >= silentSeconds
                && ask(connection, "SELECT pg_terminate_backend(?::int)", session.pid());
    }

    private static @Nullable Session session(Connection connection, LockScope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER.formatted(rows(key(scope))));
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new Session(
                            row.getInt(1),
                            text(row, 2),
                            text(row, 3),
                            text(row, 4),
                            text(row, 5),
                            text(row, 6),
                            text(row, 7),
                            row.getLong(8))
                    : null;
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static boolean ask(Connection connection, String sql, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The same for ever and everywhere. */
    static long key(LockScope scope) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("limbeck " + scope.journal()).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String rows(long key) {
        return ROWS.formatted(key >>> 32, key & 0xFFFF_FFFFL);
    }

    /** The session that holds the lock. */
    private record Session(
            int pid,
            String application,
            String user,
            String host,
            String state,
            String query,
            String since,
            long seconds) {

        String words() {
            Matcher note = NOTE.matcher(query);
            String running = note.find() ? ", running " + note.group(1) : "";
            String activity = state.isEmpty() ? "" : ", " + state + " for " + seconds + " s";
            return (application.isEmpty() ? "an unnamed application" : application) + " (user " + user + " from " + host
                    + ", process " + pid + "), connected since " + since + activity + running;
        }
    }

    private record HeldLock(Connection work, long key) implements Held {

        @Override
        public String guard() {
            return "EXISTS (SELECT " + rows(key).replaceAll("\\s+", " ") + " AND l.pid = pg_backend_pid())";
        }

        @Override
        public boolean held() {
            try {
                return !work.isClosed();
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() throws SQLException {
            if (!held()) {
                return;
            }
            try {
                ask(work, "SELECT pg_advisory_unlock(?)", key);
            } catch (SQLException e) {
                // The lock went with its session.
                if (held()) {
                    throw e;
                }
            }
        }
    }
}
