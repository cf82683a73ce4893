package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Rows are not lost by accident, and what has no way back is known before anything is taken down. */
class DataLossTest {
    @TempDir
    Path folder;

    private History history() {
        return new History(folder)
                .table("aa01", "", "t1")
                .java(
                        "aa02",
                        "aa01",
                        "op.addColumn(\"t1\", column(\"note\", varchar(20)));",
                        "op.dropColumn(\"t1\", \"note\");")
                .table("aa03", "aa02", "t2")
                .table("aa04", "aa03", "empty");
    }

    @EachDatabase
    void aWayDownThatLosesRowsIsRefusedWithCounts(TestDatabase database) throws Exception {
        History history = history()
                .java(
                        "aa05",
                        "aa04",
                        "op.insert(\"t1\", row(\"id\", 1, \"note\", \"x\"), row(\"id\", 2)); op.insert(\"t2\", row(\"id\", 1), row(\"id\", 2));",
                        "");
        Limbeck limbeck = history.limbeck(database);
        limbeck.upgrade();

        LimbeckException refusal = History.refusal(() -> limbeck.downgrade("base"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.DATA_LOSS);
        assertThat(refusal.problem().why())
                .anyMatch(w -> w.contains("aa03") && w.contains("2 rows"))
                .anyMatch(w -> w.contains("aa02") && w.contains("1 row "))
                .anyMatch(w -> w.contains("aa01") && w.contains("2 rows"))
                .noneMatch(w -> w.contains("aa04"));
        assertThat(Tables.of(database)).containsExactly("empty", "t1", "t2");
        assertThat(limbeck.downgrade("aa03").heads()).containsExactly("aa03");

        limbeck.downgrade("base", RunOptions.USUAL.allowingDataLoss(true));
        assertThat(Tables.of(database)).isEmpty();
    }

    @EachDatabase
    void aWayUpThatLosesRowsNeedsAWord(TestDatabase database) throws Exception {
        History history = history().java("aa05", "aa04", "op.insert(\"t2\", row(\"id\", 1));", "");
        Limbeck limbeck = history.limbeck(database);
        limbeck.upgrade();
        history.java("aa06", "aa05", "op.dropTable(\"empty\"); op.dropTable(\"t2\");", "op.irreversible(\"gone\");");

        LimbeckException refusal = History.refusal(limbeck::upgrade);
        assertThat(refusal.code()).isEqualTo(ErrorCode.DATA_LOSS);
        assertThat(refusal.problem().advice().toString()).contains("op.lossy");
        assertThat(Tables.of(database)).containsExactly("empty", "t1", "t2");

        history.edit(
                "Raa06.java",
                "op.dropTable(\"t2\");",
                "op.checkNoRows(\"t2 is moved\", \"SELECT 1 FROM "
                        + Tables.name(database, "t2").replace("\"", "\\\"") + " WHERE 1 = 0\"); op.dropTable(\"t2\");");
        limbeck.upgrade();
        assertThat(Tables.of(database)).containsExactly("t1");
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void lossyIsAWordToo(TestDatabase database) throws Exception {
        History history = history().java("aa05", "aa04", "op.insert(\"t2\", row(\"id\", 1));", "");
        history.limbeck(database).upgrade();
        history.java("aa06", "aa05", "op.lossy(\"nobody reads it\"); op.dropTable(\"t2\");", "");

        history.limbeck(database).upgrade();

        assertThat(Tables.of(database)).containsExactly("empty", "t1");
    }

    /** A drop in raw SQL is a drop. */
    @EachDatabase
    void aDropInSqlIsCountedToo(TestDatabase database) throws Exception {
        History history = new History(folder)
                .sql("aa01", "", "CREATE TABLE t1 (id integer); INSERT INTO t1 VALUES (1);", "DROP TABLE t1;");
        Limbeck limbeck = history.limbeck(database);
        limbeck.upgrade();

        LimbeckException refusal = History.refusal(() -> limbeck.downgrade("base"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.DATA_LOSS);
        assertThat(refusal).hasMessageContaining("1 row");
        limbeck.downgrade("base", RunOptions.USUAL.allowingDataLoss(true));
    }

    @EachDatabase
    void whatHasNoWayBackIsKnownBeforeAnythingIsTakenDown(TestDatabase database) throws Exception {
        History history = new History(folder)
                .table("aa01", "", "t1")
                .java(
                        "aa02",
                        "aa01",
                        "op.insert(\"t1\", row(\"id\", 1));",
                        "op.irreversible(\"the rows are elsewhere\");")
                .table("aa03", "aa02", "t2")
                .file(
                        "aa04.sql",
                        "--@ revision aa04\n--@ down aa03\n--@ message feat: x\n\n--@ upgrade\nINSERT INTO "
                                + Tables.name(database, "t2") + " VALUES (1);\n");
        Limbeck limbeck = history.limbeck(database);
        limbeck.upgrade();

        LimbeckException oneWay = History.refusal(() -> limbeck.downgrade("-1"));
        assertThat(oneWay.code()).isEqualTo(ErrorCode.IRREVERSIBLE);
        assertThat(oneWay).hasMessageContaining("aa04").hasMessageContaining("no downgrade section");

        history.java("aa05", "aa04", "op.sql(\"SELECT 1\");", "op.invert(this::upgrade);");
        limbeck.upgrade();
        assertThat(History.refusal(() -> limbeck.downgrade("aa04")).code()).isEqualTo(ErrorCode.NO_INVERSE);

        history.edit("Raa05.java", "op.invert(this::upgrade);", "")
                .edit("aa04.sql", "VALUES (1);", "VALUES (1);\n\n--@ downgrade\n");
        LimbeckException deeper =
                History.refusal(() -> limbeck.downgrade("base", RunOptions.USUAL.allowingDataLoss(true)));
        assertThat(deeper.code()).isEqualTo(ErrorCode.IRREVERSIBLE);
        assertThat(deeper).hasMessageContaining("aa02").hasMessageContaining("the rows are elsewhere");
        assertThat(Tables.of(database)).containsExactly("t1", "t2");
        assertThat(limbeck.quickStatus().rows()).hasSize(5);
    }
}
