package org.limbeck.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Time, take-over and tokens, with clocks that the test moves. */
class LeaseLockTest {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final LockScope SCOPE = new LockScope("limbeck_revision", "jdbc:h2:mem:x");

    private TestDatabase database;
    private Clocks clocks;
    private LeaseLock lock;
    private Connection work;
    private Connection other;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create(DatabaseKind.H2);
        clocks = new Clocks(database);
        lock = clocks.lock(LEASE);
        work = database.connect();
        other = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        work.close();
        other.close();
        database.close();
    }

    private Optional<Held> ask(Connection connection, String who) throws SQLException {
        return lock.tryAcquire(connection, SCOPE, who, database::connect);
    }

    private Lease take(Connection connection, String who) throws SQLException {
        return (Lease) ask(connection, who).orElseThrow(() -> new AssertionError(who + " does not get the lease"));
    }

    private boolean guards(Held held) throws SQLException {
        try (Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM (VALUES (1)) WHERE " + held.guard())) {
            return rows.next();
        }
    }

    @Test
    void oneHoldsItAtATime() throws SQLException {
        Held held = take(work, "ann");
        assertThat(held.held()).isTrue();
        assertThat(guards(held)).isTrue();
        assertThat(ask(other, "bob")).isEmpty();
        held.close();
        assertThat(held.held()).isFalse();
        assertThat(guards(held)).isFalse();
        assertThat(take(other, "bob").held()).isTrue();
    }

    @Test
    void theTokenRises() throws SQLException {
        Lease first = take(work, "ann");
        first.close();
        Lease second = take(work, "ann");
        second.close();
        assertThat(second.token()).isGreaterThan(first.token());
        clocks.pass(Duration.ofHours(1));
        assertThat(take(work, "ann").token()).isGreaterThan(second.token());
    }

    @Test
    void aHolderThatBeatsKeepsItForEver() throws SQLException {
        Held held = take(work, "ann");
        for (int i = 0; i < 20; i++) {
            clocks.pass(LEASE.dividedBy(2));
            clocks.beat();
            assertThat(ask(other, "bob")).isEmpty();
            assertThat(held.held()).isTrue();
        }
        assertThat(guards(held)).isTrue();
    }

    @Test
    void aDeadHoldersLeaseExpiresAndIsTakenOver() throws SQLException {
        Lease dead = take(work, "ann");
        clocks.pass(LEASE.minusSeconds(1));
        assertThat(ask(other, "bob")).isEmpty();
        clocks.pass(Duration.ofSeconds(1));
        Lease next = take(other, "bob");
        assertThat(next.token()).isGreaterThan(dead.token());
        assertThat(guards(dead)).isFalse();
        assertThat(guards(next)).isTrue();
    }

    @Test
    void aHolderThatWasTakenOverStops() throws SQLException {
        Lease slow = take(work, "ann");
        clocks.pass(LEASE);
        assertThat(slow.held()).as("by its own clock the lease is over").isFalse();
        Lease next = take(other, "bob");
        clocks.beat();
        assertThat(slow.held()).as("a late beat does not win the lease back").isFalse();
        assertThat(next.held()).isTrue();
        slow.close();
        assertThat(guards(next))
                .as("closing the old one leaves the new one alone")
                .isTrue();
    }

    @Test
    void aHolderNoticesAtItsNextBeatThatItWasTakenOverEarly() throws SQLException {
        Lease held = take(work, "ann");
        clocks.set(Duration.ofHours(1));
        take(other, "bob");
        assertThat(held.held()).as("no time has passed for it").isTrue();
        assertThat(guards(held)).as("but what it writes is guarded").isFalse();
        clocks.beat();
        assertThat(held.held()).isFalse();
    }

    @Test
    void aServerClockThatIsSetBackKeepsNoDeadHolder() throws SQLException {
        take(work, "ann");
        clocks.set(Duration.ofDays(-1));
        assertThat(ask(other, "bob")).as("seen for the first time").isEmpty();
        clocks.pass(LEASE);
        assertThat(ask(other, "bob")).as("silent for a lease, not longer").isEmpty();
        clocks.pass(Duration.ofMillis(1));
        assertThat(take(other, "bob").held()).isTrue();
    }

    @Test
    void aServerClockThatIsSetBackTakesNothingFromALivingHolder() throws SQLException {
        Held held = take(work, "ann");
        clocks.set(Duration.ofDays(-1));
        for (int i = 0; i < 10; i++) {
            assertThat(ask(other, "bob")).isEmpty();
            clocks.pass(LEASE.dividedBy(2));
            clocks.beat();
        }
        assertThat(held.held()).isTrue();
        assertThat(guards(held)).isTrue();
    }

    @Test
    void withoutASecondConnectionTheLeaseIsLongAndNobodyTakesItForSilent() throws SQLException {
        Held held = lock.tryAcquire(work, SCOPE, "ann").orElseThrow();
        assertThat(clocks.hearts()).isZero();
        assertThat(ask(other, "bob")).isEmpty();
        clocks.pass(LeaseLock.UNATTENDED.dividedBy(2));
        assertThat(ask(other, "bob")).isEmpty();
        assertThat(held.held()).isTrue();
        clocks.pass(LeaseLock.UNATTENDED.dividedBy(2));
        assertThat(held.held()).isFalse();
        assertThat(take(other, "bob").held()).isTrue();
    }

    @Test
    void theHolderIsShown() throws SQLException {
        assertThat(lock.holder(other, SCOPE)).as("before there is a table").isEmpty();
        Held held = take(work, "ann@host");
        clocks.pass(Duration.ofSeconds(20));
        assertThat(lock.holder(other, SCOPE))
                .contains("ann@host since 1970-01-01T00:16:40Z, its lease is valid for 40 s");
        clocks.pass(Duration.ofSeconds(50));
        assertThat(lock.holder(other, SCOPE))
                .contains("ann@host since 1970-01-01T00:16:40Z, silent: its lease is over for 10 s");
        held.close();
        assertThat(lock.holder(other, SCOPE)).isEmpty();
    }

    @Test
    void forceTakesItAwayAndTheHolderFindsOut() throws SQLException {
        assertThat(lock.forceRelease(other, SCOPE)).as("nobody holds it").isFalse();
        Lease held = take(work, "ann");
        assertThat(lock.forceRelease(other, SCOPE)).isTrue();
        assertThat(lock.forceRelease(other, SCOPE)).isFalse();
        assertThat(guards(held)).isFalse();
        clocks.beat();
        assertThat(held.held()).isFalse();
        assertThat(take(other, "bob").token()).isGreaterThan(held.token());
    }

    @Test
    void closingIsHarmlessWhenTheWorkConnectionIsGone() throws SQLException {
        Held held = take(work, "ann");
        work.close();
        held.close();
        held.close();
        assertThat(clocks.hearts()).isZero();
        assertThat(ask(other, "bob"))
                .as("it was given back by the other connection")
                .isPresent();
    }

    @Test
    void closingRollsBackWhatIsOpenAndNeverCommitsIt() throws SQLException {
        clocks.execute("CREATE TABLE t (a INT)");
        Held held = take(work, "ann");
        work.setAutoCommit(false);
        try (Statement statement = work.createStatement()) {
            statement.execute("INSERT INTO t VALUES (1)");
        }
        held.close();
        try (Statement statement = other.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM t")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
        assertThat(ask(other, "bob")).isPresent();
    }

    @Test
    void historiesDoNotDisturbEachOther() throws SQLException {
        take(work, "ann");
        assertThat(lock.tryAcquire(other, new LockScope("other_revision", "jdbc:h2:mem:x"), "bob", database::connect))
                .as("another journal has a table of its own")
                .isPresent();
        clocks.execute("CREATE SCHEMA \"s 1\"");
        assertThat(lock.tryAcquire(
                        other, new LockScope("s 1.limbeck_revision", "jdbc:h2:mem:x"), "bob", database::connect))
                .as("another schema too")
                .isPresent();
    }

    @Test
    void aSchemaThatIsMissingIsAnErrorOfTheDatabase() {
        LockScope nowhere = new LockScope("nowhere.limbeck_revision", "jdbc:h2:mem:x");
        assertThatThrownBy(() -> lock.tryAcquire(other, nowhere, "bob", database::connect))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void beatsGoOnWhenTheirConnectionIsLost() throws SQLException {
        Connection[] last = new Connection[1];
        Held held = lock.tryAcquire(work, SCOPE, "ann", () -> last[0] = database.connect())
                .orElseThrow();
        clocks.beat();
        last[0].close();
        clocks.pass(LEASE.dividedBy(4));
        clocks.beat();
        clocks.pass(LEASE.dividedBy(4));
        clocks.beat();
        clocks.pass(LEASE.minusSeconds(10));
        assertThat(held.held()).as("renewed by a new connection").isTrue();
        assertThat(ask(other, "bob")).isEmpty();
    }

    @Test
    void aHolderThatCannotRenewStopsBeforeOthersTakeOver() throws SQLException {
        Held held = lock.tryAcquire(work, SCOPE, "ann", () -> {
                    throw new SQLException("no more connections");
                })
                .orElseThrow();
        clocks.pass(LEASE.minusSeconds(5));
        clocks.beat();
        assertThat(held.held()).isFalse();
        assertThat(ask(other, "bob"))
                .as("the lease is still valid: nobody works")
                .isEmpty();
    }

    @Test
    void aHolderNameMayBeLong() throws SQLException {
        take(work, "x".repeat(5000));
        assertThat(lock.holder(other, SCOPE).orElseThrow()).startsWith("x".repeat(500) + " since");
    }
}
