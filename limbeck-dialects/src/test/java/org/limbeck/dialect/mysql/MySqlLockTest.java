package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** The named lock of a session, seen from two sessions. */
class MySqlLockTest {
    private static final LockScope SCOPE = new LockScope("limbeck_revision", "jdbc:mysql://somewhere/db");

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void oneAtATimeAndNeverTwiceInOneSession(TestDatabase database) throws SQLException {
        MigrationLock lock = MySqlLock.usual();
        try (Live live = Servers.live(database);
                Connection other = database.connect()) {
            Held held =
                    lock.tryAcquire(live.connection(), SCOPE, "ann on host-1").orElseThrow();
            assertThat(held.held()).isTrue();
            assertThat(lock.tryAcquire(other, SCOPE, "bob")).isEmpty();
            assertThat(lock.tryAcquire(live.connection(), SCOPE, "ann again")).isEmpty();
            assertThat(live.texts("SELECT " + held.guard())).containsExactly("1");
            assertThat(lock.holder(other, SCOPE).orElseThrow())
                    .contains("of limbeck from")
                    .contains("session " + database.sessionOf(live.connection()));
            held.close();
            held.close();
            assertThat(held.held()).isFalse();
            assertThat(lock.holder(other, SCOPE)).isEmpty();
            Held second = lock.tryAcquire(other, SCOPE, "bob").orElseThrow();
            assertThat(live.texts("SELECT " + second.guard()))
                    .as("the guard is false for a session that lost the lock")
                    .containsExactly("0");
        }
    }

    @EachDatabase(MYSQL_9_7)
    void theHolderIsDescribedByItsOwnWordsWhereTheServerShowsThem(TestDatabase database) throws SQLException {
        MigrationLock lock = MySqlLock.usual();
        try (Live live = Servers.live(database);
                Connection other = database.connect()) {
            assertThat(lock.tryAcquire(live.connection(), SCOPE, "ann on host-1"))
                    .isPresent();
            assertThat(lock.holder(other, SCOPE).orElseThrow()).startsWith("ann on host-1, session ");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void otherJournalsHaveOtherLocks(TestDatabase database) throws SQLException {
        MigrationLock lock = MySqlLock.usual();
        try (Live live = Servers.live(database);
                Connection other = database.connect()) {
            assertThat(lock.tryAcquire(live.connection(), SCOPE, "ann")).isPresent();
            assertThat(lock.tryAcquire(other, new LockScope("elsewhere.limbeck_revision", SCOPE.url()), "bob"))
                    .isPresent();
            String name = live.texts("SELECT DATABASE()").get(0);
            assertThat(lock.tryAcquire(other, new LockScope(name + ".limbeck_revision", SCOPE.url()), "bob"))
                    .as("the same journal by its qualified name has the same lock")
                    .isEmpty();
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aLockEndsWithItsSession(TestDatabase database) throws Exception {
        MigrationLock lock = MySqlLock.usual();
        try (Connection other = database.connect()) {
            Connection work = database.connect();
            assertThat(lock.tryAcquire(work, SCOPE, "ann")).isPresent();
            long session = database.sessionOf(work);
            work.close();
            database.awaitGone(session, Duration.ofSeconds(20));
            assertThat(lock.tryAcquire(other, SCOPE, "bob")).isPresent();
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void onlyASessionThatHasBeenIdleForLongIsEnded(TestDatabase database) throws Exception {
        try (Connection work = database.connect();
                Connection other = database.connect()) {
            Held held = MySqlLock.usual().tryAcquire(work, SCOPE, "ann").orElseThrow();
            long session = database.sessionOf(work);
            assertThat(MySqlLock.usual().forceRelease(other, SCOPE)).isFalse();
            MySqlLock impatient = new MySqlLock(Duration.ZERO);
            assertThat(impatient.forceRelease(other, new LockScope("none", ""))).isFalse();
            assertThat(impatient.forceRelease(other, SCOPE)).isTrue();
            database.awaitGone(session, Duration.ofSeconds(20));
            assertThat(impatient.tryAcquire(other, SCOPE, "bob")).isPresent();
            assertThatThrownBy(held::close)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(MySqlFailures.of(e)).isEqualTo(Failure.CONNECTION_LOST));
            assertThat(held.held()).isFalse();
        }
    }
}
