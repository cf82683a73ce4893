package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Scripts that are written wrongly are refused with file and line, before anything is done. */
class RecordingTest {
    @TempDir
    Path folder;

    private void refused(String up, ErrorCode code, int line, String... words) throws Exception {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
            History history = new History(folder)
                    .table("aa01", "", "t1")
                    .java("aa02", "aa01", up, "op.irreversible(\"for now\");");
            LimbeckException refusal =
                    History.refusal(() -> history.limbeck(database).upgrade());
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(String.valueOf(refusal.problem().place())).endsWith("Raa02.java:" + line);
            for (String word : words) {
                assertThat(refusal).hasMessageContaining(word);
            }
            assertThat(Tables.of(database)).isEmpty();
        }
    }

    @Test
    void aRandomId() throws Exception {
        refused(
                "op.insert(\"t1\", row(\"id\", java.util.concurrent.ThreadLocalRandom.current().nextInt()));",
                ErrorCode.RECORDING_NOT_REPEATABLE,
                9,
                "op.parameter");
    }

    @Test
    void aClock() throws Exception {
        refused(
                "int a = 1;\n op.insert(\"t1\", row(\"id\", (int) (System.nanoTime() % 1_000_000)));",
                ErrorCode.RECORDING_NOT_REPEATABLE, 10);
    }

    @Test
    void theOuterRecorderInABlock() throws Exception {
        refused(
                "op.when(tableMissing(\"t2\"),\n then -> op.dropTable(\"t1\"));",
                ErrorCode.WRONG_RECORDER,
                10,
                "then.createTable");
    }

    @Test
    void anOddRow() throws Exception {
        refused("op.insert(\"t1\",\n row(\"id\", 1, \"name\"));", ErrorCode.INVALID_OPERATION, 10);
    }

    @Test
    void anErrorOfTheScriptItself() throws Exception {
        refused("Object o = null;\n o.hashCode();", ErrorCode.RECORDING_FAILED, 10, "NullPointerException");
    }

    @Test
    void twoDataStepsOfOneName() throws Exception {
        refused("op.run(\"same\", d -> {});\n op.run(\"same\", d -> {});", ErrorCode.INVALID_OPERATION, 5, "same");
    }

    @Test
    void twoDataStepsOfOneNameInBlocks() throws Exception {
        refused(
                "op.when(tableMissing(\"t2\"), then -> then.run(\"same\", d -> {}));\n op.run(\"same\", d -> {});",
                ErrorCode.INVALID_OPERATION,
                5,
                "same");
    }

    private static String step(String code) {
        return """
                op.createTable("t2", column("id", integer()).notNull(), primaryKey("id"));
                op.run("work", data -> {
                    try (var statement = data.connection().createStatement()) {
                        statement.executeUpdate("INSERT INTO t1 VALUES (1)");
                    }
                    %s
                });
                """.formatted(code);
    }

    /** What a data step may not do is refused; nothing of it stays, and after a repair it runs. */
    private void stepRefused(TestDatabase database, String code, ErrorCode expected) throws Exception {
        History history = new History(folder)
                .sql("aa01", "", "CREATE TABLE t1 (id integer NOT NULL);", "DROP TABLE t1;")
                .java("aa02", "aa01", step(code), "op.dropTable(\"t2\");");

        LimbeckException refusal =
                History.refusal(() -> history.limbeck(database).upgrade());

        assertThat(refusal.code()).as("%s", refusal).isEqualTo(expected);
        assertThat(number(database)).isZero();
        history.edit("Raa02.java", code, "");
        assertThat(history.limbeck(database).upgrade().heads()).containsExactly("aa02");
        assertThat(number(database)).isEqualTo(1);
    }

    private static long number(TestDatabase database) throws Exception {
        try (var connection = database.connect()) {
            return Tables.number(connection, "SELECT COUNT(*) FROM t1");
        }
    }

    @EachDatabase
    void aDataStepMayNotCommit(TestDatabase database) throws Exception {
        stepRefused(database, "data.connection().commit();", ErrorCode.FORBIDDEN_STATEMENT);
    }

    @EachDatabase
    void aDataStepMayNotClose(TestDatabase database) throws Exception {
        stepRefused(database, "data.connection().close();", ErrorCode.FORBIDDEN_STATEMENT);
    }

    @EachDatabase({DatabaseKind.H2, DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
    void aDataStepMayNotRunWhatCommits(TestDatabase database) throws Exception {
        stepRefused(
                database,
                "data.connection().prepareStatement(\"CREATE TABLE t9 (id integer)\").execute();",
                ErrorCode.FORBIDDEN_STATEMENT);
    }

    @EachDatabase
    void aDataStepMayNotEndTheTransactionBySql(TestDatabase database) throws Exception {
        stepRefused(
                database, "data.connection().createStatement().execute(\" commit\");", ErrorCode.FORBIDDEN_STATEMENT);
    }

    @EachDatabase
    void aDataStepMayNotUseTheRecorder(TestDatabase database) throws Exception {
        stepRefused(database, "op.dropTable(\"t1\");", ErrorCode.WRONG_RECORDER);
    }

    @EachDatabase
    void aDataStepThatFailsIsRolledBack(TestDatabase database) throws Exception {
        stepRefused(
                database,
                "if (data.dialect() != null) throw new java.io.IOException(\"no paper\");",
                ErrorCode.STATEMENT_FAILED);
    }
}
