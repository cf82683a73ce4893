package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.testkit.server.TestDatabase;

/** One session at a time has the lock, and only as long as it lives. */
class AdvisoryLockTest {
    private static final Dialect DIALECT = new PostgresqlProvider().offline("postgresql");
    private static final MigrationLock LOCK = DIALECT.lock();
    private static final LockScope SCOPE = new LockScope("public.limbeck_revision", "jdbc:postgresql://db/x");

    private static Held take(Connection connection) throws SQLException {
        return LOCK.tryAcquire(connection, SCOPE, "me").orElseThrow();
    }

    private static boolean truth(Connection connection, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + condition)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean guarded(Connection connection, Held held) throws SQLException {
        return truth(connection, String.valueOf(held.guard()));
    }

    @OnPostgresql
    void oneAtATimeAndFreeAfterClose(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            Held held = take(first);
            assertThat(held.held()).isTrue();
            assertThat(guarded(first, held)).isTrue();
            assertThat(guarded(second, held))
                    .as("the guard is about the own session")
                    .isFalse();
            assertThat(LOCK.tryAcquire(second, SCOPE, "other")).isEmpty();
            assertThat(LOCK.tryAcquire(second, new LockScope("other.limbeck_revision", "u"), "other"))
                    .isPresent();
            held.close();
            assertThat(guarded(first, held)).isFalse();
            assertThat(LOCK.tryAcquire(second, SCOPE, "other")).isPresent();
        }
    }

    @OnPostgresql
    void anotherSpellingOfTheAddressIsTheSameLock(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            take(first);
            LockScope elsewhere = new LockScope(SCOPE.journal(), "jdbc:postgresql://127.0.0.1/x");
            assertThat(LOCK.tryAcquire(second, elsewhere, "other")).isEmpty();
        }
    }

    @OnPostgresql
    void survivesARollback(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Held held = take(connection);
            connection.rollback();
            assertThat(guarded(connection, held)).isTrue();
        }
    }

    @OnPostgresql
    void isNotSeenFromAnotherDatabase(TestDatabase database) throws SQLException {
        try (TestDatabase other = TestDatabase.create(database.kind());
                Connection first = database.connect();
                Connection second = other.connect()) {
            take(first);
            assertThat(LOCK.holder(second, SCOPE)).isEmpty();
            assertThat(LOCK.tryAcquire(second, SCOPE, "other")).isPresent();
        }
    }

    @OnPostgresql
    void theHolderIsDescribedWithoutItsSql(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect();
                Statement statement = first.createStatement()) {
            DIALECT.prepare(first);
            take(first);
            statement.execute("/* limbeck 3f2a#4 */ SELECT 'secret'");
            assertThat(LOCK.holder(second, SCOPE).orElseThrow())
                    .startsWith("limbeck (user ")
                    .contains(", process " + database.sessionOf(first) + ")", "connected since 20", ", idle for ")
                    .endsWith(", running 3f2a#4")
                    .doesNotContain("secret");
            statement.execute("SET application_name = ''");
            assertThat(LOCK.holder(second, SCOPE).orElseThrow()).startsWith("an unnamed application (");
        }
    }

    @OnPostgresql
    void aKilledSessionLosesIt(TestDatabase database) throws Exception {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            Held held = take(first);
            long session = database.sessionOf(first);
            database.killSession(session);
            database.awaitGone(session, Duration.ofSeconds(10));
            assertThatThrownBy(() -> guarded(first, held)).isInstanceOf(SQLException.class);
            assertThat(held.held()).isFalse();
            assertThatCode(held::close).doesNotThrowAnyException();
            assertThat(LOCK.tryAcquire(second, SCOPE, "other")).isPresent();
        }
    }

    @OnPostgresql
    void closeAfterAnUnseenEndIsHarmless(TestDatabase database) throws Exception {
        try (Connection first = database.connect()) {
            Held held = take(first);
            long session = database.sessionOf(first);
            database.killSession(session);
            database.awaitGone(session, Duration.ofSeconds(10));
            assertThatCode(held::close).doesNotThrowAnyException();
        }
    }

    @OnPostgresql
    void aHolderThatMayStillWorkKeepsIt(TestDatabase database) throws SQLException {
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            assertThat(LOCK.forceRelease(second, SCOPE)).as("nobody holds it").isFalse();
            Held held = take(first);
            assertThat(LOCK.forceRelease(second, SCOPE))
                    .as("it spoke a moment ago")
                    .isFalse();
            assertThat(guarded(first, held)).isTrue();
        }
    }

    @OnPostgresql
    void aSilentIdleHolderLosesItButNotAWorkingOne(TestDatabase database) throws Exception {
        MigrationLock impatient = new AdvisoryLock(0);
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            Held held = take(first);
            FutureTask<Boolean> work = new FutureTask<>(() -> truth(first, "pg_sleep(1)::text = ''"));
            new Thread(work).start();
            while (!LOCK.holder(second, SCOPE).orElseThrow().contains(", active for")) {
                Thread.sleep(5);
            }
            assertThat(impatient.forceRelease(second, SCOPE)).isFalse();
            assertThat(work.get()).isTrue();
            long session = database.sessionOf(first);
            assertThat(impatient.forceRelease(second, SCOPE)).isTrue();
            database.awaitGone(session, Duration.ofSeconds(10));
            assertThatCode(held::close).doesNotThrowAnyException();
            assertThat(LOCK.tryAcquire(second, SCOPE, "other")).isPresent();
        }
    }

    @Test
    void theKeyIsTheSameForEver() {
        assertThat(AdvisoryLock.key(SCOPE)).isEqualTo(AdvisoryLock.key(new LockScope(SCOPE.journal(), "other")));
        assertThat(AdvisoryLock.key(SCOPE)).isEqualTo(-2697877933647018827L);
        assertThat(AdvisoryLock.key(new LockScope("other.limbeck_revision", "u")))
                .isNotEqualTo(AdvisoryLock.key(SCOPE));
    }
}
