package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.config.ChecksumPolicy;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.journal.JournalEvent;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Applied scripts that are edited: what they mean counts, not how they are written. */
class ChecksumTest {
    @TempDir
    Path folder;

    private History twoTables() {
        return new History(folder)
                .java("aa01", "", """
                int length = 20;
                op.createTable("t1", column("id", integer()).notNull(), column("name", varchar(length)), primaryKey("id"));
                op.insert("t1", row("id", 1, "name", "one"));
                """, "op.dropTable(\"t1\");")
                .sql("aa02", "aa01", "CREATE TABLE t2 (id integer NOT NULL);", "DROP TABLE t2;");
    }

    @EachDatabase
    void anotherLayoutIsNoChange(TestDatabase database) {
        History history = twoTables();
        history.limbeck(database).upgrade();

        history.edit("Raa01.java", "int length = 20;", "// how long names are\n        final int   most=20 ;")
                .edit("Raa01.java", "varchar(length)", "varchar(most)")
                .edit(
                        "aa02.sql",
                        "CREATE TABLE t2 (id integer NOT NULL);",
                        "-- two\ncreate  table T2\n(id INTEGER not null) ;");
        assertThat(history.limbeck(database).upgrade().nothingToDo()).isTrue();
        assertThat(history.limbeck(database).quickStatus().isUpToDate()).isTrue();

        // The next run that has something to do notes the new source.
        history.table("aa03", "aa02", "t3");
        assertThat(history.limbeck(database).status().changed()).containsExactlyInAnyOrder("aa01", "aa02");
        history.limbeck(database).upgrade();
        assertThat(history.limbeck(database).status().changed()).isEmpty();
    }

    @EachDatabase
    void anotherWayDownIsNoChange(TestDatabase database) {
        History history = twoTables();
        history.limbeck(database).upgrade();

        history.edit("Raa01.java", "op.dropTable(\"t1\");", "op.irreversible(\"it is old\");")
                .edit("aa02.sql", "DROP TABLE t2;", "DROP TABLE t2; DROP TABLE t9;");

        assertThat(history.limbeck(database).upgrade().nothingToDo()).isTrue();
    }

    @EachDatabase
    void anotherOperationIsToldByRevisionFileAndNumber(TestDatabase database) {
        History history = twoTables();
        history.limbeck(database).upgrade();
        history.edit("Raa01.java", "\"one\"", "\"another\"");

        LimbeckException changed =
                History.refusal(() -> history.limbeck(database).upgrade());

        assertThat(changed.code()).isEqualTo(ErrorCode.CHECKSUM_CHANGED);
        assertThat(changed).hasMessageContaining("aa01").hasMessageContaining("operation 2");
        assertThat(String.valueOf(changed.problem().place())).contains("Raa01.java");

        // A warning where that is wanted; and work that waits is done.
        history.table("aa03", "aa02", "t3");
        History.Events events = new History.Events();
        Limbeck lenient = history.on(database.dataSource())
                .checksums(ChecksumPolicy.WARN)
                .listener(events)
                .load();
        assertThat(lenient.upgrade().heads()).containsExactly("aa03");
        assertThat(events.of(RunEvent.Warning.class)).hasSize(1);
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void aChangeIsAcceptedWithAReason(TestDatabase database) {
        History history = twoTables();
        history.limbeck(database).upgrade();
        history.edit("aa02.sql", "NOT NULL", "");
        Limbeck limbeck = history.limbeck(database);

        assertThat(History.refusal(() -> limbeck.accept("aa02", " ")).code()).isEqualTo(ErrorCode.NEEDS_REASON);
        assertThat(History.refusal(limbeck::upgrade).code()).isEqualTo(ErrorCode.CHECKSUM_CHANGED);
        limbeck.accept("aa02", "it was made so by hand");

        assertThat(limbeck.upgrade().nothingToDo()).isTrue();
        JournalEvent event = limbeck.events(1).get(0);
        assertThat(event.event()).isEqualTo("accepted");
        assertThat(event.reason()).isEqualTo("it was made so by hand");
    }

    /** Another dialect learns the script: nothing changes for this one. */
    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_15, DatabaseKind.H2})
    void sectionsForAnotherDialectAreNoChange(TestDatabase database) {
        History history = new History(folder)
                .sql("aa01", "", "CREATE TABLE t1 (id integer);", "DROP TABLE t1;")
                .java("aa02", "aa01", "op.sql(\"CREATE TABLE t2 (id integer)\");", "op.sql(\"DROP TABLE t2\");");
        history.limbeck(database).upgrade();

        history.edit(
                        "aa01.sql",
                        "--@ downgrade",
                        "--@ upgrade mysql\nCREATE TABLE t1 (id int) ENGINE=InnoDB;\n\n--@ downgrade")
                .edit(
                        "Raa02.java",
                        "op.sql(\"CREATE TABLE t2 (id integer)\");",
                        "op.sql(\"CREATE TABLE t2 (id integer)\").on(\"mysql\", \"CREATE TABLE t2 (id int)\");"
                                + " op.on(\"mysql\", on -> on.dropTable(\"x\"));");

        assertThat(history.limbeck(database).upgrade().nothingToDo()).isTrue();
    }

    /** The same for the dialect that learns: it alarms. */
    @EachDatabase({DatabaseKind.MYSQL_9_7, DatabaseKind.MARIADB_10_11})
    void sectionsForThisDialectAreAChange(TestDatabase database) {
        History history = new History(folder).sql("aa01", "", "CREATE TABLE t1 (id integer);", "DROP TABLE t1;");
        history.limbeck(database).upgrade();

        history.edit("aa01.sql", "--@ downgrade", "--@ upgrade mysql\nCREATE TABLE t1 (id bigint);\n\n--@ downgrade");

        assertThat(History.refusal(() -> history.limbeck(database).upgrade()).code())
                .isEqualTo(ErrorCode.CHECKSUM_CHANGED);
    }

    private History failing() {
        return new History(folder)
                .java("aa01", "", """
                op.createTable("t1", column("id", integer()).notNull(), primaryKey("id"));
                op.insert("t1", row("id", 1));
                op.createTable("t2", column("id", integer()).notNull(), primaryKey("id"));
                op.insert("missing", row("id", 1));
                op.createTable("t3", column("id", integer()).notNull(), primaryKey("id"));
                """, "op.dropTable(\"t3\"); op.dropTable(\"t2\"); op.dropTable(\"t1\");");
    }

    /** Repairing what failed is the normal case. */
    @EachDatabase
    void aHalfAppliedScriptGoesOnWithItsNewTail(TestDatabase database) throws Exception {
        History history = failing();
        assertThat(History.refusal(() -> history.limbeck(database).upgrade()).code())
                .isEqualTo(ErrorCode.STATEMENT_FAILED);

        history.edit("Raa01.java", "op.insert(\"missing\", row(\"id\", 1));", "op.insert(\"t2\", row(\"id\", 7));")
                .edit("Raa01.java", "\"t3\", column", "\"t4\", column");
        history.limbeck(database).upgrade();

        assertThat(Tables.of(database)).containsExactly("t1", "t2", "t4");
        assertThat(Tables.rows(database, "t1")).isEqualTo(1);
        assertThat(Tables.rows(database, "t2")).isEqualTo(1);
        assertThat(history.limbeck(database).upgrade().nothingToDo()).isTrue();
    }

    /** Where the failure took everything back there is nothing to compare with. */
    @EachDatabase({DatabaseKind.H2, DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
    void aHalfAppliedScriptWithAnotherBeginningIsRefused(TestDatabase database) throws Exception {
        History history = failing();
        History.refusal(() -> history.limbeck(database).upgrade());
        history.edit("Raa01.java", "op.insert(\"t1\", row(\"id\", 1));", "op.insert(\"t1\", row(\"id\", 2));");

        LimbeckException edited =
                History.refusal(() -> history.limbeck(database).upgrade());

        assertThat(edited.code()).isEqualTo(ErrorCode.EDITED_PREFIX);
        assertThat(edited).hasMessageContaining("operation 2");
        assertThat(edited.problem().advice().toString()).contains("old text").contains("downgrade");
        assertThat(Tables.of(database)).containsExactly("t1", "t2");

        // One way out: back.
        history.limbeck(database).downgrade("base", RunOptions.USUAL.allowingDataLoss(true));
        assertThat(Tables.of(database)).isEmpty();
        assertThat(history.limbeck(database).quickStatus().rows()).isEmpty();
    }
}
