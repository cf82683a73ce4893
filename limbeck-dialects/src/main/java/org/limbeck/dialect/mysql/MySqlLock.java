package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.MigrationLock;
import org.limbeck.schema.QualifiedName;

/**
 * A named lock of the session that does the work ({@code GET_LOCK}). Such names belong to the whole server, so the name is
 * a hash of database and journal. It lives as long as its session, also while the server still executes a statement whose
 * client has died.
 */
final class MySqlLock implements MigrationLock {
    private static final String NAME =
            "SELECT CONCAT('limbeck_', LEFT(SHA2(CONCAT(IFNULL(?, IFNULL(DATABASE(), '')), '/', ?),"
                    + " 256), 48)) AS n";
    // GET_LOCK is granted again to the session that has it: only a lock that nobody has is asked for.
    private static final String TRY =
            "SELECT n, IF(IS_USED_LOCK(n) IS NULL, GET_LOCK(n, 0), 0) FROM (" + NAME + ") AS lock_name";
    private static final String SESSION =
            "SELECT id, user, host, command, time, info FROM information_schema.processlist"
                    + " WHERE id = (SELECT IS_USED_LOCK(n) FROM (" + NAME + ") AS lock_name)";
    private static final String DESCRIPTION =
            "SELECT v.variable_value FROM performance_schema.user_variables_by_thread v"
                    + " JOIN performance_schema.threads t USING (thread_id)"
                    + " WHERE v.variable_name = 'limbeck_holder' AND t.processlist_id = ?";
    /** A work connection is pinged every 30 seconds, so a session that is idle for longer does not work. */
    private static final Duration SURELY_IDLE = Duration.ofSeconds(90);

    private final Duration idle;

    MySqlLock(Duration idle) {
        this.idle = idle;
    }

    static MySqlLock usual() {
        return new MySqlLock(SURELY_IDLE);
    }

    @Override
    public Optional<Held> tryAcquire(Connection work, LockScope scope, String holder) throws SQLException {
        try (PreparedStatement query = named(work, TRY, scope);
                ResultSet row = query.executeQuery()) {
            row.next();
            if (row.getInt(2) != 1) {
                return Optional.empty();
            }
            HeldLock held = new HeldLock(work, row.getString(1));
            describe(work, holder);
            return Optional.of(held);
        }
    }

    private static PreparedStatement named(Connection connection, String sql, LockScope scope) throws SQLException {
        QualifiedName journal = QualifiedName.parse(scope.journal());
        PreparedStatement query = connection.prepareStatement(sql);
        query.setString(1, journal.schema());
        query.setString(2, journal.name());
        return query;
    }

    /** Others see a variable of our session where the server has a performance schema. */
    private static void describe(Connection work, String holder) throws SQLException {
        try (PreparedStatement set = work.prepareStatement("SET @limbeck_holder = ?")) {
            set.setString(1, holder);
            set.execute();
        }
    }

    @Override
    public Optional<String> holder(Connection connection, LockScope scope) throws SQLException {
        return session(connection, scope).map(s -> s.describe(description(connection, s.id())));
    }

    private static Optional<Session> session(Connection connection, LockScope scope) throws SQLException {
        try (PreparedStatement query = named(connection, SESSION, scope);
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? Optional.of(new Session(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6)))
                    : Optional.empty();
        }
    }

    private static @Nullable String description(Connection connection, long session) {
        try (PreparedStatement query = connection.prepareStatement(DESCRIPTION)) {
            query.setLong(1, session);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException e) {
            // No performance schema, or no right to read it: the process list says enough.
            return null;
        }
    }

    /**
     * Ends the session that holds the lock if it has been idle for so long that it cannot be at work, and if we may.
     *
     * @return false if it is at work, nobody holds the lock, or the right to end it is missing
     */
    @Override
    public boolean forceRelease(Connection connection, LockScope scope) throws SQLException {
        Optional<Session> session = session(connection, scope);
        if (session.isEmpty() || !session.get().idleFor(idle)) {
            return false;
        }
        int noSuchThread = 1094;
        int notYours = 1095;
        try (Statement kill = connection.createStatement()) {
            kill.execute("KILL CONNECTION " + session.get().id());
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == notYours) {
                return false;
            }
            if (e.getErrorCode() == noSuchThread) {
                return true;
            }
            throw e;
        }
    }

    /** A session as the process list shows it. */
    private record Session(
            long id,
            String user,
            String host,
            String command,
            long seconds,
            @Nullable String sql) {

        boolean idleFor(Duration least) {
            return "Sleep".equalsIgnoreCase(command) && seconds >= least.toSeconds();
        }

        String describe(@Nullable String holder) {
            String who = (holder == null ? "" : holder + ", ") + "session " + id + " of " + user + " from " + host;
            return sql == null
                    ? who + ", idle for " + seconds + " s"
                    : who + ", for " + seconds + " s running: " + sql.strip();
        }
    }

    private static final class HeldLock implements Held {
        private final Connection work;
        private final String name;
        private boolean given;

        HeldLock(Connection work, String name) {
            this.work = work;
            this.name = name;
        }

        @Override
        public String guard() {
            return "IS_USED_LOCK('" + name + "') = CONNECTION_ID()";
        }

        @Override
        public boolean held() {
            try {
                return !given && !work.isClosed();
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() throws SQLException {
            if (!held()) {
                return;
            }
            given = true;
            try (Statement release = work.createStatement()) {
                release.execute("DO RELEASE_LOCK('" + name + "')");
            }
        }
    }
}
