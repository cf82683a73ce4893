package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Statements of which nobody knows whether they were executed, and scripts without transactions. */
class UncertainTest {
    private static final List<String> HEAD = List.of("head");

    @TempDir
    Path folder;

    /** Dies after the statement that contains the words; the statement's effect stays or not, as the server decides. */
    private static void dieAfter(History history, TestDatabase database, String words) throws Exception {
        int number;
        try (TestDatabase other = TestDatabase.create(database.kind())) {
            history.limbeck(other).upgrade("aa01");
            FaultyDataSource counted = new FaultyDataSource(other, Fault.never());
            history.on(counted).load().upgrade();
            number = numberOf(counted.statements(), words);
        }
        FaultyDataSource mortal = new FaultyDataSource(database, Fault.after(number));
        History.refusal(() -> history.on(mortal).load().upgrade());
        mortal.awaitGone();
        if (database.kind() == DatabaseKind.H2) {
            // The lease of the dead would be valid for a minute.
            assertThat(history.limbeck(database).releaseLock("it is dead")).isTrue();
        }
    }

    private static int numberOf(List<String> statements, String words) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).contains(words) && statements.get(i).contains("/* limbeck")) {
                return i + 1;
            }
        }
        throw new IllegalStateException(words + " is not among " + statements);
    }

    private static void resolved(History history, TestDatabase database, String position, boolean done, long rows)
            throws Exception {
        Limbeck limbeck = history.limbeck(database);
        LimbeckException uncertain = History.refusal(limbeck::upgrade);
        assertThat(uncertain.code()).isEqualTo(ErrorCode.UNCERTAIN_STATEMENT);
        assertThat(uncertain.problem().advice().toString())
                .contains("--resolve aa02#" + position + "=done")
                .contains("=again");

        Map<String, Boolean> answer = Map.of("aa02#" + position, done);
        assertThat(History.refusal(() -> limbeck.upgrade(HEAD, RunOptions.USUAL.resolving(answer, null)))
                        .code())
                .isEqualTo(ErrorCode.NEEDS_REASON);
        limbeck.upgrade(HEAD, RunOptions.USUAL.resolving(answer, "I have looked"));

        assertThat(number(database)).isEqualTo(rows);
        assertThat(limbeck.quickStatus().isUpToDate()).isTrue();
        assertThat(limbeck.events(10))
                .anyMatch(e -> "resolved".equals(e.event()) && "I have looked".equals(e.reason()));
    }

    private static long number(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            return Tables.number(connection, "SELECT COUNT(*) FROM t1");
        }
    }

    @EachDatabase({DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
    void aCallIsAskedForOnce(TestDatabase database) throws Exception {
        History history = new History(folder)
                .sql(
                        "aa01",
                        "",
                        "CREATE TABLE t1 (id integer); CREATE PROCEDURE p() INSERT INTO t1 VALUES (1);",
                        "DROP PROCEDURE p; DROP TABLE t1;")
                .sql("aa02", "aa01", "CREATE TABLE t2 (id integer); CALL p(); CREATE TABLE t3 (id integer);", "");
        for (boolean done : List.of(true, false)) {
            try (TestDatabase fresh = TestDatabase.create(database.kind())) {
                history.limbeck(fresh).upgrade("aa01");
                dieAfter(history, fresh, "CALL");
                resolved(history, fresh, "2", done, done ? 1 : 2);
                assertThat(Tables.of(fresh)).containsExactly("t1", "t2", "t3");
            }
        }
    }

    private History withoutTransaction() {
        return new History(folder)
                .sql("aa01", "", "CREATE TABLE t1 (id integer);", "DROP TABLE t1;")
                .sql(
                        "aa02",
                        "aa01",
                        "--@ transactional false",
                        "CREATE TABLE t2 (id integer);\nINSERT INTO t1 VALUES (1);\nINSERT INTO t1 VALUES (2);\n"
                                + "CREATE TABLE t3 (id integer);",
                        "DROP TABLE t3;\nDROP TABLE t2;\nDELETE FROM t1;");
    }

    @EachDatabase
    void withoutATransactionEachStatementStays(TestDatabase database) throws Exception {
        History history = withoutTransaction().edit("aa02.sql", "VALUES (2)", "VALUES (2, 3, 4)");

        LimbeckException failure =
                History.refusal(() -> history.limbeck(database).upgrade());

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(failure.problem().why().toString()).contains("stays");
        assertThat(number(database)).isEqualTo(1);
        assertThat(history.limbeck(database).quickStatus().dirty()).isNotNull();

        history.edit("aa02.sql", "VALUES (2, 3, 4)", "VALUES (2)");
        history.limbeck(database).upgrade();
        assertThat(number(database)).isEqualTo(2);
        assertThat(history.limbeck(database).quickStatus().isUpToDate()).isTrue();
    }

    /** DDL is decided by the catalogue; of rows nobody can know. */
    @EachDatabase
    void withoutATransactionRowsAreAskedForOnce(TestDatabase database) throws Exception {
        History history = withoutTransaction();
        for (boolean done : List.of(true, false)) {
            try (TestDatabase fresh = TestDatabase.create(database.kind())) {
                history.limbeck(fresh).upgrade("aa01");
                dieAfter(history, fresh, "VALUES (1)");
                resolved(history, fresh, "2", done, done ? 2 : 3);
            }
        }
        history.limbeck(database).upgrade("aa01");
        dieAfter(history, database, "t3");
        history.limbeck(database).upgrade();
        assertThat(number(database)).isEqualTo(2);
    }

    /** The lock lives as long as the statement; who waits for it then finds what was done. */
    @EachDatabase({
        DatabaseKind.POSTGRESQL_15,
        DatabaseKind.POSTGRESQL_18,
        DatabaseKind.MARIADB_10_11,
        DatabaseKind.MYSQL_9_7
    })
    void aStatementThatOutlivesItsClientIsWaitedFor(TestDatabase database) throws Exception {
        String sleep = database.kind().name().startsWith("POSTGRESQL") ? "pg_sleep(2)::text" : "SLEEP(2)";
        History history = new History(folder)
                .sql("aa01", "", "CREATE TABLE t1 (id integer);", "")
                .sql("aa02", "aa01", "CREATE TABLE t2 AS SELECT " + sleep + " AS s;", "");
        history.limbeck(database).upgrade("aa01");
        CountDownLatch running = new CountDownLatch(1);
        List<Connection> opened = new java.util.concurrent.CopyOnWriteArrayList<>();
        Limbeck dying = history.on(new Recorded(database.dataSource(), opened))
                .listener(event -> {
                    if (event instanceof RunEvent.Executing) {
                        running.countDown();
                    }
                })
                .load();
        CompletableFuture<Void> death = CompletableFuture.runAsync(() -> History.refusal(dying::upgrade));
        running.await();
        Thread.sleep(300);
        for (Connection connection : opened) {
            connection.abort(Runnable::run);
        }
        death.get(20, TimeUnit.SECONDS);

        History.Events events = new History.Events();
        history.on(database.dataSource())
                .lockTimeout(Duration.ofSeconds(20))
                .listener(events)
                .load()
                .upgrade();

        if (database.kind() != DatabaseKind.MARIADB_10_11) {
            // MariaDB looks for its client while it sleeps.
            assertThat(events.of(RunEvent.Waiting.class)).isNotEmpty();
        }
        assertThat(Tables.of(database)).containsExactly("t1", "t2");
        assertThat(Tables.rows(database, "t2")).isEqualTo(1);
    }
}
