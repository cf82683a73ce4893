package org.limbeck.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Many migrators at once, with the databases' own clocks. */
class LeaseRaceTest {
    private static final int THREADS = 10;
    private static final int TURNS = 3;

    private static LockScope scope(TestDatabase database) {
        return new LockScope("limbeck_revision", database.url());
    }

    @EachDatabase
    void tenThreadsTakeTurns(TestDatabase database) throws Exception {
        LeaseLock lock = new LeaseLock(Words.of(database));
        database.execute("CREATE TABLE counter (n INTEGER)");
        database.execute("INSERT INTO counter VALUES (0)");
        Set<Long> tokens = new ConcurrentSkipListSet<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String who = "thread " + i;
                all.add(pool.submit(() -> {
                    start.await();
                    for (int turn = 0; turn < TURNS; turn++) {
                        turn(database, lock, who, tokens);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(count(database)).as("no turn was lost").isEqualTo(THREADS * TURNS);
        assertThat(tokens).as("each turn has a token of its own").hasSize(THREADS * TURNS);
    }

    private static void turn(TestDatabase database, MigrationLock lock, String who, Set<Long> tokens)
            throws SQLException, InterruptedException {
        try (Connection work = database.connect()) {
            Held held = patiently(database, lock, work, who);
            tokens.add(((Lease) held).token());
            int seen = count(work);
            Thread.sleep(2);
            String sql = "UPDATE counter SET n = ? WHERE n = ? AND " + held.guard();
            try (PreparedStatement statement = work.prepareStatement(sql)) {
                statement.setInt(1, seen + 1);
                statement.setInt(2, seen);
                assertThat(statement.executeUpdate()).isOne();
            }
            held.close();
        }
    }

    /** Asks again when another one has it, or, on SQLite, the file. */
    private static Held patiently(TestDatabase database, MigrationLock lock, Connection work, String who)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            Optional<Held> held = lock.tryAcquire(work, scope(database), who, database::connect);
            if (held.isPresent()) {
                return held.get();
            }
            Thread.sleep(5);
        }
        throw new AssertionError(who + " never got the lease; it is with "
                + lock.holder(work, scope(database)).orElse("nobody"));
    }

    @EachDatabase
    void aHolderThatDiesIsFollowedByTheNext(TestDatabase database) throws Exception {
        LeaseLock lock = new LeaseLock(Words.of(database)).withLease(Duration.ofSeconds(1));
        try (Connection dead = database.connect();
                Connection work = database.connect()) {
            Held lost = lock.tryAcquire(dead, scope(database), "dead", () -> {
                        throw new SQLException("a dead process opens nothing");
                    })
                    .orElseThrow();
            assertThat(lock.tryAcquire(work, scope(database), "next", database::connect))
                    .isEmpty();
            Held next = patiently(database, lock, work, "next");
            assertThat(((Lease) next).token()).isGreaterThan(((Lease) lost).token());
            assertThat(lost.held()).isFalse();
            next.close();
        }
    }

    @EachDatabase({DatabaseKind.H2, DatabaseKind.POSTGRESQL_18, DatabaseKind.MARIADB_10_11})
    void aHolderThatLivesIsNotFollowed(TestDatabase database) throws Exception {
        LeaseLock lock = new LeaseLock(Words.of(database)).withLease(Duration.ofSeconds(3));
        try (Connection holder = database.connect();
                Connection work = database.connect()) {
            Held held = lock.tryAcquire(holder, scope(database), "alive", database::connect)
                    .orElseThrow();
            long end = System.nanoTime() + Duration.ofMillis(4000).toNanos();
            while (System.nanoTime() < end) {
                assertThat(lock.tryAcquire(work, scope(database), "next", database::connect))
                        .isEmpty();
                Thread.sleep(50);
            }
            assertThat(held.held()).as("its heart has renewed it meanwhile").isTrue();
            held.close();
            assertThat(lock.tryAcquire(work, scope(database), "next", database::connect))
                    .isPresent();
        }
    }

    /** The guard locks the row, so nobody takes over between a journal write and its commit. */
    @EachDatabase(except = {DatabaseKind.SQLITE, DatabaseKind.H2})
    void aGuardedWriteAndItsCommitAreOne(TestDatabase database) throws Exception {
        LeaseLock lock = new LeaseLock(Words.of(database)).withLease(Duration.ofMillis(300));
        database.execute("CREATE TABLE counter (n INTEGER)");
        database.execute("INSERT INTO counter VALUES (0)");
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection slow = database.connect();
                Connection work = database.connect()) {
            Held held = lock.tryAcquire(slow, scope(database), "slow", () -> {
                        throw new SQLException("cut off");
                    })
                    .orElseThrow();
            slow.setAutoCommit(false);
            try (Statement statement = slow.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE counter SET n = 1 WHERE " + held.guard()))
                        .isOne();
            }
            Thread.sleep(400);
            Future<Held> next = pool.submit(() -> patiently(database, lock, work, "next"));
            Thread.sleep(300);
            assertThat(next.isDone()).as("it waits for the open write").isFalse();
            slow.commit();
            Held taken = next.get();
            try (Statement statement = slow.createStatement()) {
                assertThat(statement.executeUpdate("UPDATE counter SET n = 2 WHERE " + held.guard()))
                        .as("after the take-over nothing more is written")
                        .isZero();
            }
            slow.commit();
            taken.close();
        } finally {
            pool.shutdownNow();
        }
    }

    private static int count(TestDatabase database) throws SQLException, ExecutionException {
        try (Connection connection = database.connect()) {
            return count(connection);
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n FROM counter")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
