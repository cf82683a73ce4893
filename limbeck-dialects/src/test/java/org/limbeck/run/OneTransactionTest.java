package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.command.RunOptions;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** A whole run in one transaction, and a run that is only rehearsed. */
class OneTransactionTest {
    private static final RunOptions ALL = RunOptions.USUAL.in(TransactionMode.ALL);
    private static final RunOptions REHEARSAL = RunOptions.USUAL.in(TransactionMode.REHEARSAL);
    private static final List<String> HEAD = List.of("head");

    @TempDir
    Path folder;

    private History two() {
        return new History(folder)
                .table("aa01", "", "t1")
                .java("aa02", "aa01", "op.insert(\"t1\", row(\"id\", 1));", "op.delete(\"t1\", where(\"id\", 1));");
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_15, DatabaseKind.POSTGRESQL_18})
    void nothingStaysWhenTheThirdFails(TestDatabase database) throws Exception {
        History history = two().java("aa03", "aa02", "op.insert(\"missing\", row(\"id\", 1));", "");

        LimbeckException failure =
                History.refusal(() -> history.limbeck(database).upgrade(HEAD, ALL));

        assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(Tables.of(database)).isEmpty();
        assertThat(history.limbeck(database).quickStatus().rows()).isEmpty();

        history.edit("Raa03.java", "missing", "t1").edit("Raa03.java", "\"id\", 1", "\"id\", 2");
        assertThat(history.limbeck(database).upgrade(HEAD, ALL).heads()).containsExactly("aa03");
        assertThat(Tables.rows(database, "t1")).isEqualTo(2);
    }

    @EachDatabase({DatabaseKind.H2, DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
    void whereItCannotBeItIsRefusedAtOnce(TestDatabase database) throws Exception {
        for (RunOptions options : List.of(ALL, REHEARSAL)) {
            LimbeckException refusal =
                    History.refusal(() -> two().limbeck(database).upgrade(HEAD, options));
            assertThat(refusal.code()).isEqualTo(ErrorCode.TRANSACTION_MODE);
            assertThat(refusal.problem().advice()).isNotEmpty();
        }
        assertThat(Tables.of(database)).isEmpty();
    }

    @EachDatabase({DatabaseKind.POSTGRESQL_15, DatabaseKind.POSTGRESQL_18})
    void aConcurrentIndexIsRefused(TestDatabase database) throws Exception {
        History history = two().java(
                        "aa03",
                        "aa02",
                        "op.createIndexConcurrently(\"t1\", index(\"id\"));",
                        "op.dropIndexConcurrently(\"t1\", \"ix_t1_id\");");

        LimbeckException refusal =
                History.refusal(() -> history.limbeck(database).upgrade(HEAD, ALL));

        assertThat(refusal.code()).isEqualTo(ErrorCode.TRANSACTION_MODE);
        assertThat(refusal).hasMessageContaining("aa03");
        assertThat(Tables.of(database)).isEmpty();

        // A rehearsal leaves it out and says so.
        History.Events events = new History.Events();
        history.limbeck(database, events).upgrade(HEAD, REHEARSAL);
        assertThat(events.of(RunEvent.Rehearsed.class)).hasSize(1);
        assertThat(Tables.of(database)).isEmpty();
        history.limbeck(database).upgrade();
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_15, DatabaseKind.POSTGRESQL_18})
    void aRehearsalRunsEverythingAndLeavesNothing(TestDatabase database) throws Exception {
        History history = two().java("aa03", "aa02", """
                op.addColumn("t1", column("note", varchar(20)));
                op.update("t1", row("note", "x"), allRows());
                op.setNotNull("t1", "note");
                op.setType("t1", "note", varchar(40));
                op.run("look", data -> {
                    try (var statement = data.connection().createStatement()) {
                        statement.executeUpdate("UPDATE t1 SET note = 'y'");
                    }
                });
                op.checkNoRows("all are y", "SELECT 1 FROM t1 WHERE note <> 'y'");
                """, "op.dropColumn(\"t1\", \"note\");");
        History.Events events = new History.Events();

        history.limbeck(database, events).upgrade(HEAD, REHEARSAL);

        assertThat(events.of(RunEvent.StepFinished.class)).hasSize(3);
        assertThat(events.of(RunEvent.Checked.class)).hasSize(1);
        assertThat(Tables.of(database)).isEmpty();

        history.limbeck(database).upgrade("aa02");
        history.limbeck(database).upgrade(HEAD, REHEARSAL);
        history.limbeck(database).downgrade("base", REHEARSAL.allowingDataLoss(true));
        assertThat(history.limbeck(database).quickStatus().rows()).hasSize(2);
        assertThat(Tables.rows(database, "t1")).isEqualTo(1);

        LimbeckException failure = History.refusal(() -> history.edit("Raa03.java", "note <> 'y'", "note = 'y'")
                .limbeck(database)
                .upgrade(HEAD, REHEARSAL));
        assertThat(failure.code()).isEqualTo(ErrorCode.CHECK_FAILED);
        assertThat(history.limbeck(database).quickStatus().rows()).hasSize(2);
    }
}
