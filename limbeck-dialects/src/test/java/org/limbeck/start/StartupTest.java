package org.limbeck.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunResult;
import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Ahead;
import org.limbeck.config.AtStart.Policy;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.run.RunEvent;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Every state under every policy, on real databases. */
class StartupTest {
    @TempDir
    Path folder;

    private static LimbeckException refusal(ThrowingCallable call) {
        LimbeckException refusal = catchThrowableOfType(LimbeckException.class, call);
        if (refusal == null) {
            throw new AssertionError("it was not refused");
        }
        return refusal;
    }

    private Application twoTables() {
        return new Application(folder).table("aa01", "", "t1").table("aa02", "aa01", "t2");
    }

    @EachDatabase
    void anEmptyDatabaseIsUpgradedAndThenUpToDate(TestDatabase database) {
        Application first = twoTables();
        Outcome outcome = first.start(database.dataSource(), Policy.MIGRATE).get(0);

        assertThat(outcome.decision()).isEqualTo(Decision.UPGRADE);
        assertThat(outcome.applied()).containsExactly("aa01", "aa02");
        assertThat(first.log.lines()).hasSize(5);
        assertThat(first.log.lines().subList(0, 2))
                .containsExactly("INFO agent database: aa01 feat: aa01", "INFO agent database: aa02 feat: aa02");
        assertThat(first.log.lines().get(2)).matches("INFO ✅ agent database: upgraded by 2 revisions in \\d+ ms");

        Application second = new Application(folder);
        assertThat(second.start(database.dataSource(), Policy.MIGRATE).get(0).decision())
                .isEqualTo(Decision.NOTHING);
        assertThat(second.log.lines())
                .containsExactly(
                        "INFO ✅ agent database: version is already up to date",
                        "INFO Current version: aa02",
                        "INFO Latest version: aa02");
    }

    @EachDatabase
    void nothingToDoCostsOneRoundTrip(TestDatabase database) {
        twoTables().start(database.dataSource(), Policy.MIGRATE);
        for (Policy policy : List.of(Policy.MIGRATE, Policy.CHECK, Policy.WARN)) {
            FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
            new Application(folder).start(counted, policy);
            assertThat(counted.statements()).singleElement().asString().containsIgnoringCase("limbeck_revision");
        }
    }

    @Test
    void withPolicyOffTheDatabaseIsNotEvenConnectedTo() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            FaultyDataSource counted = new FaultyDataSource(database, Fault.before(1));
            Outcome outcome = twoTables().start(counted, Policy.OFF).get(0);
            assertThat(outcome.before()).isNull();
            assertThat(counted.statements()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsBehindIsRefusedOrWarnedOf() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application = twoTables();
            application.configure(database.dataSource()).load().upgrade("aa01");

            LimbeckException refused = refusal(() -> application.start(database.dataSource(), Policy.CHECK));
            assertThat(refused).hasMessage("""
                    LMB-5107 Database 'agent' is not ready: its version is behind by 1 revision
                      Current version: aa01
                      Latest version: aa02
                      -> limbeck -n agent upgrade
                      -> Or let the application do it:  at-start = "migrate\"""");
            assertThat(refused.code().exitCode()).isEqualTo(4);

            application.start(database.dataSource(), Policy.WARN);
            assertThat(application.log.lines())
                    .containsExactly(
                            "WARN ⚠️ agent database: version is behind by 1 revision",
                            "WARN Current version: aa01",
                            "WARN Latest version: aa02",
                            "WARN -> limbeck -n agent upgrade");
        }
    }

    @Test
    void aNewerDatabaseIsNeverUpgraded() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application = twoTables();
            application.start(database.dataSource(), Policy.MIGRATE);
            Application older = new Application(folder).without("aa02");

            LimbeckException refused = refusal(() -> older.start(database.dataSource(), Policy.MIGRATE));
            assertThat(refused.code()).isEqualTo(ErrorCode.DATABASE_AHEAD);
            assertThat(refused.problem().what()).endsWith("its version is newer than this application");
            assertThat(refused.problem().why()).containsExactly("Current version: aa01, aa02", "Latest version: aa01");
            assertThat(refused.getMessage()).doesNotContain("limbeck -n agent upgrade");

            Limbeck lenient = older.limbeck(database.dataSource(), AtStart.USUAL.with(Ahead.WARN));
            assertThat(older.startup(Map.of(), lenient).run().get(0).decision()).isEqualTo(Decision.WARN);
            assertThat(older.log.lines())
                    .contains("WARN ⚠️ agent database: version is newer than this application")
                    .noneMatch(line -> line.contains("limbeck -n"));
        }
    }

    @Test
    void divergedDatabasesAndSeveralHeadsAreForPeople() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application = twoTables();
            application.start(database.dataSource(), Policy.MIGRATE);
            application.table("aa03", "aa01", "t3");

            LimbeckException heads = refusal(() -> application.start(database.dataSource(), Policy.MIGRATE));
            assertThat(heads.code()).isEqualTo(ErrorCode.MULTIPLE_HEADS);
            assertThat(heads.problem().why()).containsExactly("Current version: aa02", "Latest version: aa02, aa03");
            assertThat(heads.problem().advice()).containsExactly("limbeck -n agent merge heads -m \"feat: merge\"");

            application.without("aa02");
            LimbeckException diverged = refusal(() -> application.start(database.dataSource(), Policy.MIGRATE));
            assertThat(diverged.code()).isEqualTo(ErrorCode.UNKNOWN_APPLIED_REVISION);
        }
    }

    /** It is told before anything is done, although the database is only empty. */
    @Test
    void severalHeadsCannotFillAnEmptyDatabase() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application = twoTables().table("aa03", "aa01", "t3");

            LimbeckException heads = refusal(() -> application.start(database.dataSource(), Policy.MIGRATE));

            assertThat(heads.problem().what())
                    .isEqualTo(
                            "Database 'agent' is not ready: its version is not clear: the scripts have several heads");
            assertThat(heads.problem().why()).containsExactly("Current version: none", "Latest version: aa02, aa03");
        }
    }

    /** An application that only checks, while another one is in the middle of the upgrade. */
    @EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.MARIADB_10_11})
    void whoChecksWaitsForWhoUpgrades(TestDatabase database) throws Exception {
        Application application = twoTables();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Limbeck slow = application.configure(database.dataSource()).load().heardBy(event -> {
            if (event instanceof RunEvent.StepStarted step
                    && step.revision().id().equals("aa02")) {
                inside.countDown();
                awaited(seen);
            }
        });
        CompletableFuture<RunResult> upgrade = CompletableFuture.supplyAsync(slow::upgrade);
        awaited(inside);
        application.onPause = () -> {
            seen.countDown();
            upgrade.join();
        };

        Outcome outcome = application.start(database.dataSource(), Policy.CHECK).get(0);

        assertThat(outcome.decision()).isEqualTo(Decision.NOTHING);
        assertThat(application.pauses).containsExactly(250L);
        assertThat(application.log.lines().get(0)).matches("INFO agent database: waiting for .*, who migrates it");
        assertThat(application.log.lines()).contains("INFO ✅ agent database: version is already up to date");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.MARIADB_10_11})
    void tablesWithoutAHistoryNeedABaseline(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE t1 (id integer NOT NULL PRIMARY KEY)");

        LimbeckException refused = refusal(() -> twoTables().start(database.dataSource(), Policy.MIGRATE));

        assertThat(refused.code()).isEqualTo(ErrorCode.UNVERSIONED_DATABASE);
        assertThat(refused.problem().what()).endsWith("missing: the database has 1 table, but no history");
        assertThat(refused.problem().advice()).containsExactly("limbeck -n agent baseline");
    }

    /** Killed between two statements of a revision: the next start goes on there; one that only checks says so. */
    @EachDatabase({DatabaseKind.MARIADB_10_11, DatabaseKind.POSTGRESQL_18, DatabaseKind.SQLITE})
    void theNextStartFinishesWhatWasKilled(TestDatabase database) throws Exception {
        Application application = new Application(folder)
                .sql(
                        "aa01",
                        "",
                        "CREATE TABLE t1 (id integer NOT NULL PRIMARY KEY);\nCREATE TABLE t2 (id integer NOT NULL PRIMARY KEY);",
                        "DROP TABLE t2;\nDROP TABLE t1;");
        int second = statementOf(database.kind(), application, "CREATE TABLE t2");
        FaultyDataSource dying = new FaultyDataSource(database, Fault.before(second));
        assertThat(refusal(() -> application.start(dying, Policy.MIGRATE)).code())
                .isIn(ErrorCode.CONNECTION_LOST, ErrorCode.STATEMENT_FAILED);
        dying.awaitGone();

        if (database.kind() == DatabaseKind.MARIADB_10_11) {
            LimbeckException dirty = refusal(() -> application.start(database.dataSource(), Policy.CHECK));
            assertThat(dirty.code()).isEqualTo(ErrorCode.DIRTY_REVISION);
            assertThat(dirty.problem().what()).endsWith("half way: revision aa01 stopped");
        }
        assertThat(application
                        .start(database.dataSource(), Policy.MIGRATE)
                        .get(0)
                        .applied())
                .containsExactly("aa01");
        assertThat(application.start(database.dataSource(), Policy.CHECK).get(0).decision())
                .isEqualTo(Decision.NOTHING);
    }

    private static int statementOf(DatabaseKind kind, Application application, String words) {
        try (TestDatabase other = TestDatabase.create(kind)) {
            FaultyDataSource counted = new FaultyDataSource(other, Fault.never());
            application.start(counted, Policy.MIGRATE);
            List<String> sent = counted.statements();
            for (int i = 0; i < sent.size(); i++) {
                if (sent.get(i).contains(words)) {
                    return i + 1;
                }
            }
            throw new AssertionError(words + " is not in " + sent);
        }
    }

    @Test
    void anUnreachableDatabaseIsTriedAgainForAWhile() {
        Application application = twoTables();
        Limbeck nobody = Limbeck.configure()
                .name("agent")
                .url("jdbc:postgresql://127.0.0.1:9/agent?connectTimeout=2")
                .login("studio", "geheim")
                .scripts(folder.toString())
                .dialects(Dialects.providers())
                .atStart(AtStart.USUAL.withPatience(Duration.ofSeconds(2)))
                .load();

        LimbeckException refused =
                refusal(() -> application.startup(Map.of(), nobody).run());

        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_REACHABLE);
        assertThat(refused.getCause()).isNull();
        assertThat(application.pauses).containsExactly(250L, 500L, 1000L, 250L);
        assertThat(application.log.lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("WARN agent database: trying again in ")
                        .doesNotContain("STACK TRACE", "geheim"));
    }

    @Test
    void whoOnlyWarnsStartsWithoutTheDatabase() {
        Application application = twoTables();
        Limbeck nobody = Limbeck.configure()
                .name("agent")
                .url("jdbc:postgresql://127.0.0.1:9/agent?connectTimeout=2")
                .scripts(folder.toString())
                .dialects(Dialects.providers())
                .atStart(AtStart.USUAL.with(Policy.WARN))
                .load();

        assertThat(application.startup(Map.of(), nobody).run().get(0).decision())
                .isEqualTo(Decision.WARN);
        assertThat(application.pauses).isEmpty();
        assertThat(application.log.lines()).hasSize(1);
        assertThat(application.log.lines().get(0))
                .startsWith("WARN ⚠️ agent database: its version is not known. LMB-3002 Not reachable");
    }

    @Test
    void theWrongKindBehindTheUrlIsRefusedAtOnce() {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.H2)) {
            Application application = twoTables();
            Limbeck declared = application
                    .configure(database.dataSource())
                    .settings(application
                            .configure(database.dataSource())
                            .load()
                            .settings()
                            .withKind("postgresql"))
                    .load();

            LimbeckException refused =
                    refusal(() -> application.startup(Map.of(), declared).run());
            assertThat(refused.code()).isEqualTo(ErrorCode.KIND_MISMATCH);
            assertThat(refused.code().exitCode()).isEqualTo(2);
            assertThat(application.pauses).isEmpty();
        }
    }

    /** Another process writes into the file and does not end. */
    @EachDatabase(DatabaseKind.SQLITE)
    void aLockedFileIsToldAsSuch(TestDatabase database) throws Exception {
        Application application = twoTables();
        DataSource impatient = Impatient.of(database);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            Limbeck limbeck = application.limbeck(impatient, AtStart.USUAL.withPatience(Duration.ofMillis(300)));

            LimbeckException refused =
                    refusal(() -> application.startup(Map.of(), limbeck).run());

            assertThat(refused.code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
            assertThat(refused.problem().what()).isEqualTo("Another session locks database 'agent'");
            assertThat(application.pauses).isNotEmpty();
            statement.execute("ROLLBACK");
        }
        assertThat(application
                        .start(database.dataSource(), Policy.MIGRATE)
                        .get(0)
                        .applied())
                .hasSize(2);
    }

    /** One that is refused keeps the others from being touched. */
    @Test
    void allAreLookedAtBeforeAnyIsUpgraded() throws Exception {
        try (TestDatabase agent = TestDatabase.sqliteInMemory();
                TestDatabase ops = TestDatabase.sqliteInMemory()) {
            ops.execute("CREATE TABLE t1 (id integer NOT NULL PRIMARY KEY)");
            Application application = twoTables();
            Limbeck first = application.configure(agent.dataSource()).load();
            Limbeck second = application.configure(ops.dataSource()).name("ops").load();

            LimbeckException refused =
                    refusal(() -> application.startup(Map.of(), first, second).run());

            assertThat(refused.problems()).hasSize(1);
            assertThat(refused.problem().what()).startsWith("Database 'ops' is not ready");
            assertThat(first.status().rows()).isEmpty();
        }
    }

    @Test
    void aJobUpgradesAndEnds() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application = twoTables();
            Limbeck checking = application.limbeck(database.dataSource(), AtStart.USUAL.with(Policy.CHECK));

            application.startup(Map.of("MODE", "migration"), checking).runOrExit();

            assertThat(application.exits).containsExactly(0);
            assertThat(checking.status().isUpToDate()).isTrue();
        }
    }

    @Test
    void aFailedUpgradeEndsTheProcessInAFewLines() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application =
                    new Application(folder).sql("aa01", "", "INSERT INTO missing VALUES (1);", "SELECT 1;");

            application
                    .startup(
                            Map.of(),
                            application.configure(database.dataSource()).load())
                    .runOrExit();

            assertThat(application.exits).containsExactly(1);
            String last = application.log.lines().get(application.log.lines().size() - 1);
            assertThat(last).startsWith("ERROR LMB-4001").doesNotContain("STACK TRACE");
        }
    }

    @Test
    void anUpgradeThatIsForbiddenIsAWarning() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            Application application = twoTables();
            Limbeck limbeck = application.configure(database.dataSource()).load();

            application.startup(Map.of("MIGRATION_ENABLED", "false"), limbeck).runOrExit();

            assertThat(application.exits).isEmpty();
            assertThat(limbeck.status().rows()).isEmpty();
            assertThat(application.log.lines().get(0))
                    .isEqualTo("WARN ⚠️ agent database: version is missing: the database is empty");
        }
    }

    @Test
    void aScriptThatMeansSomethingElseNowStopsTheStart() {
        try (TestDatabase database = TestDatabase.sqliteInMemory()) {
            twoTables().start(database.dataSource(), Policy.MIGRATE);
            Application changed = new Application(folder).table("aa02", "aa01", "t9");

            assertThat(refusal(() -> changed.start(database.dataSource(), Policy.MIGRATE))
                            .code())
                    .isEqualTo(ErrorCode.CHECKSUM_CHANGED);
            changed.start(database.dataSource(), Policy.CHECK);
            assertThat(changed.log.lines())
                    .contains("WARN ⚠️ agent database: applied scripts have changed since: aa02");
        }
    }
}
