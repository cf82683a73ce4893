package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunResult;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.fault.ChildJvm;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Several migrators at once, and what happens when one of them dies or loses its lock. */
class ConcurrentUpgradeTest {
    @TempDir
    Path folder;

    @EachDatabase
    void oneOfTenAppliesAndTheOthersFindNothingToDo(TestDatabase database) throws Exception {
        History history = new History(folder)
                .table("aa01", "", "t1")
                .java("aa02", "aa01", "op.insert(\"t1\", row(\"id\", 1));", "op.delete(\"t1\", where(\"id\", 1));");
        Limbeck limbeck = history.limbeck(database);

        List<RunResult> results = together(10, limbeck::upgrade);

        assertThat(results).filteredOn(r -> !r.nothingToDo()).hasSize(1);
        assertThat(results).allSatisfy(r -> assertThat(r.heads()).containsExactly("aa02"));
        assertThat(Tables.rows(database, "t1")).isEqualTo(1);
        assertThat(limbeck.status().rows()).hasSize(2);
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    /** H2 in memory belongs to one JVM; the others are upgraded by three. */
    @EachDatabase(except = DatabaseKind.H2)
    void oneOfThreeProcessesApplies(TestDatabase database) throws Exception {
        History history = new History(folder).table("aa01", "", "t1").table("aa02", "aa01", "t2");
        List<ChildJvm> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(ChildJvm.start(UpgradeMain.class, UpgradeMain.environment(database, history.folder())));
        }
        List<String> outcomes = new ArrayList<>();
        for (ChildJvm child : children) {
            child.await("ready");
        }
        for (ChildJvm child : children) {
            child.proceed();
        }
        for (ChildJvm child : children) {
            outcomes.add(child.await("done"));
            child.close();
        }
        assertThat(outcomes).containsExactlyInAnyOrder("2 applied", "0 applied", "0 applied");
        assertThat(Tables.of(database)).containsExactly("t1", "t2");
    }

    /** The child holds the lock in the middle of a data step, and is killed there. */
    @EachDatabase(except = DatabaseKind.H2)
    void whenTheHolderIsKilledTheNextOneGoesOn(TestDatabase database) throws Exception {
        History history = history(folder);
        Map<String, String> environment = UpgradeMain.environment(database, history.folder());
        ChildJvm child = ChildJvm.start(UpgradeMain.class, environment, "-Dtest.wait=true");
        child.await("ready");
        child.proceed();
        child.await("inside");

        LimbeckException waited = History.refusal(() -> history.on(database.dataSource())
                .lockTimeout(Duration.ofMillis(300))
                .load()
                .upgrade());
        assertThat(waited.code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
        assertThat(waited.problem().why()).isNotEmpty();
        assertThat(waited.problem().why().get(0)).startsWith("It is ");

        child.kill();
        RunResult result = history.on(database.dataSource())
                .lockTimeout(Duration.ofSeconds(20))
                .load()
                .upgrade();

        assertThat(result.heads()).containsExactly("aa01");
        assertThat(Tables.of(database)).containsExactly("t1", "t2");
        assertThat(Tables.rows(database, "t1")).isEqualTo(1);
    }

    private static History history(Path folder) {
        return new History(folder).java("aa01", "", """
                op.createTable("t1", column("id", integer()).notNull(), primaryKey("id"));
                op.insert("t1", row("id", 1));
                op.run("stop here", data -> {
                    if (Boolean.getBoolean("test.wait")) {
                        System.out.println("inside=" + data.dialect());
                        Thread.sleep(60_000);
                    }
                });
                op.createTable("t2", column("id", integer()).notNull(), primaryKey("id"));
                """, "op.dropTable(\"t2\"); op.dropTable(\"t1\");");
    }

    @EachDatabase({
        DatabaseKind.POSTGRESQL_15,
        DatabaseKind.POSTGRESQL_18,
        DatabaseKind.MARIADB_10_11,
        DatabaseKind.MYSQL_9_7
    })
    void aConnectionThatIsCutInAStepIsToldAndTheNextRunFinishes(TestDatabase database) throws Exception {
        History history = new History(folder)
                .table("aa01", "", "t1")
                .java("aa02", "aa01", """
                op.createTable("t2", column("id", integer()).notNull(), primaryKey("id"));
                op.insert("t2", row("id", 1));
                op.createTable("t3", column("id", integer()).notNull(), primaryKey("id"));
                """, "op.dropTable(\"t3\"); op.dropTable(\"t2\");");
        AtomicBoolean cut = new AtomicBoolean();
        Limbeck limbeck = history.limbeck(database, event -> {
            if (event instanceof RunEvent.Executing e && e.sql().contains("t3") && cut.compareAndSet(false, true)) {
                killHolder(database);
            }
        });

        LimbeckException lost = History.refusal(limbeck::upgrade);

        assertThat(lost.code()).isEqualTo(ErrorCode.CONNECTION_LOST);
        assertThat(lost.problem().advice()).isNotEmpty();
        assertThat(limbeck.upgrade().heads()).containsExactly("aa02");
        assertThat(Tables.rows(database, "t2")).isEqualTo(1);
        assertThat(Tables.of(database)).containsExactly("t1", "t2", "t3");
    }

    private static void killHolder(TestDatabase database) {
        try (Connection admin = database.adminConnect();
                Statement statement = admin.createStatement()) {
            String name = database.url().replaceAll("[?].*", "").replaceAll(".*/", "");
            boolean postgresql = database.kind().name().startsWith("POSTGRESQL");
            String sessions = postgresql
                    ? "SELECT pid FROM pg_stat_activity WHERE datname = '" + name + "'"
                    : "SELECT id FROM information_schema.processlist WHERE db = '" + name + "'";
            List<Long> found = new ArrayList<>();
            try (var rows = statement.executeQuery(sessions)) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            for (long session : found) {
                database.killSession(session);
                database.awaitGone(session, Duration.ofSeconds(10));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session lock is given back behind our back; the journal write sees it. */
    @EachDatabase({
        DatabaseKind.POSTGRESQL_15,
        DatabaseKind.POSTGRESQL_18,
        DatabaseKind.MARIADB_10_11,
        DatabaseKind.MYSQL_9_7
    })
    void aLockThatIsLostStopsTheRun(TestDatabase database) throws Exception {
        boolean postgresql = database.kind().name().startsWith("POSTGRESQL");
        String release = postgresql ? "SELECT pg_advisory_unlock_all()" : "DO RELEASE_ALL_LOCKS()";
        History history = new History(folder)
                .table("aa01", "", "t1")
                .java("aa02", "aa01", """
                op.createTable("t2", column("id", integer()).notNull(), primaryKey("id"));
                op.run("lose the lock", data -> {
                    try (var statement = data.connection().createStatement()) {
                        statement.execute("%s");
                    }
                });
                op.createTable("t3", column("id", integer()).notNull(), primaryKey("id"));
                """.formatted(release), "")
                .table("aa03", "aa02", "t4");

        LimbeckException lost = History.refusal(() -> history.limbeck(database).upgrade());

        assertThat(lost.code()).isEqualTo(ErrorCode.LOCK_LOST);
        assertThat(Tables.of(database)).doesNotContain("t4");
    }

    /** Somebody takes the lease over while we work. */
    @EachDatabase(DatabaseKind.H2)
    void aLeaseThatIsTakenOverStopsTheRun(TestDatabase database) throws Exception {
        History history = new History(folder).table("aa01", "", "t1").table("aa02", "aa01", "t2");
        Limbeck other = history.limbeck(database);
        Limbeck limbeck = history.limbeck(database, event -> {
            if (event instanceof RunEvent.StepStarted step
                    && step.revision().id().equals("aa02")) {
                assertThat(other.releaseLock("the holder hangs")).isTrue();
            }
        });

        LimbeckException lost = History.refusal(limbeck::upgrade);

        assertThat(lost.code()).isEqualTo(ErrorCode.LOCK_LOST);
        assertThat(Tables.of(database)).containsExactly("t1");
        assertThat(other.upgrade().heads()).containsExactly("aa02");
    }
}
