package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.command.Status;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.journal.JournalEvent;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.RowState;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Databases that are not as the scripts expect them, stamps, tags and events. */
class JournalStateTest {
    @TempDir
    Path folder;

    private History three() {
        return new History(folder)
                .table("aa01", "", "t1")
                .table("aa02", "aa01", "t2")
                .table("aa03", "aa02", "t3");
    }

    @EachDatabase
    void aTableThatIsThereBeforeTheHistoryIsRefused(TestDatabase database) throws Exception {
        new History(folder).table("bb01", "", "t2").limbeck(database).upgrade();
        database.execute(drop(database, "limbeck_revision"), drop(database, "limbeck_event"));
        Files.delete(folder.resolve("Rbb01.java"));
        Limbeck limbeck = three().limbeck(database);

        LimbeckException refusal = History.refusal(limbeck::upgrade);

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNVERSIONED_DATABASE);
        assertThat(refusal)
                .hasMessageContaining("aa02")
                .hasMessageContaining("t2")
                .hasMessageContaining("baseline");
        assertThat(Tables.of(database)).containsExactly("t2");
        assertThat(limbeck.quickStatus().state()).isEqualTo(Status.State.UNVERSIONED_WITH_TABLES);

        // A table that has nothing to do with it is left alone.
        new History(folder).edit("Raa02.java", "\"t2\"", "\"other\"");
        limbeck.upgrade();
        assertThat(Tables.of(database)).containsExactly("other", "t1", "t2", "t3");
    }

    private static String drop(TestDatabase database, String table) throws Exception {
        return "DROP TABLE " + Tables.name(database, table);
    }

    @EachDatabase
    void aTableThatRawSqlWouldCreateIsRefusedToo(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE there (id integer)");
        History history = new History(folder)
                .sql("aa01", "", "CREATE TABLE t1 (id integer);\n-- again\nCREATE TABLE there (id integer);", "");

        assertThat(History.refusal(() -> history.limbeck(database).upgrade()).code())
                .isEqualTo(ErrorCode.UNVERSIONED_DATABASE);
        assertThat(Tables.of(database)).hasSize(1);
    }

    @EachDatabase
    void aForeignTableOfOurNameIsLeftAlone(TestDatabase database) throws Exception {
        String name = Tables.name(database, "limbeck_revision");
        database.execute("CREATE TABLE " + name + " (what integer, ever integer)");
        Limbeck limbeck = three().limbeck(database);

        LimbeckException refusal = History.refusal(limbeck::upgrade);

        assertThat(refusal.code()).isEqualTo(ErrorCode.FOREIGN_JOURNAL);
        assertThat(refusal).hasMessageContainingAll("columns", "journal");
        assertThat(History.refusal(limbeck::status).code()).isEqualTo(ErrorCode.FOREIGN_JOURNAL);
        three().on(database.dataSource()).journal("ours").load().upgrade();
        assertThat(Tables.of(database)).contains("t1", "t2", "t3");
    }

    private static void update(TestDatabase database, String column, String value, String id) throws Exception {
        String sql = "UPDATE " + Tables.name(database, "limbeck_revision") + " SET " + Tables.name(database, column)
                + " = '" + value + "' WHERE " + Tables.name(database, "id") + " = '" + id + "'";
        database.execute(sql);
    }

    @EachDatabase
    void anotherKindOfDatabaseIsRefused(TestDatabase database) throws Exception {
        Limbeck limbeck = three().limbeck(database);
        limbeck.upgrade();
        update(database, "kind", "oracle", "aa01");

        assertThat(History.refusal(limbeck::upgrade).code()).isEqualTo(ErrorCode.KIND_CHANGED);
    }

    @EachDatabase
    void anAppliedRevisionWithoutAScriptIsRefused(TestDatabase database) throws Exception {
        History history = three();
        history.limbeck(database).upgrade();
        Files.delete(folder.resolve("Raa03.java"));
        Limbeck limbeck = history.limbeck(database);

        assertThat(limbeck.status().state()).isEqualTo(Status.State.AHEAD);
        LimbeckException refusal = History.refusal(limbeck::upgrade);
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_APPLIED_REVISION);
        assertThat(refusal).hasMessageContaining("aa03");

        limbeck.stamp(List.of("aa02"), true, "the script is gone", null);
        assertThat(limbeck.upgrade().heads()).containsExactly("aa02");
    }

    @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.POSTGRESQL_18, DatabaseKind.MYSQL_9_7})
    void ofALongHistoryTheRowsOfCurrentRevisionsAreReadAlone(TestDatabase database) throws Exception {
        History history = new History(folder).sql("r0", "", "", "");
        for (int i = 1; i <= 500; i++) {
            history.sql("r" + i, "r" + (i - 1), "", "");
        }
        history.sql("fork", "r499", "", "");
        Limbeck limbeck = history.limbeck(database);
        assertThat(limbeck.current()).isEqualTo(limbeck.quickStatus());

        limbeck.stamp(List.of("r500", "fork"), false, "for a test", "v1");

        Status all = limbeck.quickStatus();
        Status current = limbeck.current();
        assertThat(current.rows()).extracting(JournalRow::id).containsExactlyInAnyOrder("r500", "fork");
        assertThat(all.rows()).hasSize(502).containsAll(current.rows());
        assertThat(current.standing()).isEqualTo(all.standing());

        Files.delete(folder.resolve("fork.sql"));
        Status ahead = history.limbeck(database).current();
        assertThat(ahead.state()).isEqualTo(Status.State.AHEAD);
        assertThat(ahead.rows()).extracting(JournalRow::id).containsExactlyInAnyOrder("r500", "fork");

        update(database, "state", RowState.UPGRADING.word(), "r500");
        Status dirty = history.limbeck(database).current();
        assertThat(dirty.state()).isEqualTo(Status.State.DIRTY);
        assertThat(dirty.rows()).hasSize(502);
    }

    /** A revision that was put between applied ones is not skipped silently. */
    @EachDatabase
    void aGapIsRefused(TestDatabase database) throws Exception {
        History history = three();
        history.limbeck(database).upgrade();
        history.table("ab02", "aa01", "between").edit("Raa02.java", "down = {\"aa01\"}", "down = {\"ab02\"}");
        Limbeck limbeck = history.limbeck(database);

        assertThat(limbeck.quickStatus().state()).isEqualTo(Status.State.INCOMPLETE);
        LimbeckException refusal = History.refusal(limbeck::upgrade);
        assertThat(refusal.code()).isEqualTo(ErrorCode.INCOMPLETE_HISTORY);
        assertThat(refusal).hasMessageContaining("ab02").hasMessageContaining("downgrade aa01");

        limbeck.downgrade("aa01");
        limbeck.upgrade();
        assertThat(Tables.of(database)).containsExactly("between", "t1", "t2", "t3");
    }

    @EachDatabase
    void stampsGoUpDownAndToTheBase(TestDatabase database) throws Exception {
        Limbeck limbeck = three().table("ab03", "aa02", "t4")
                .java("aa04", "aa03, ab03", "", "")
                .limbeck(database);

        limbeck.stamp(List.of("aa04"), false, "restored from a copy", "v1");
        assertThat(ids(limbeck)).containsExactlyInAnyOrder("aa01", "aa02", "aa03", "ab03", "aa04");
        assertThat(limbeck.upgrade().nothingToDo()).isTrue();
        assertThat(Tables.of(database)).isEmpty();

        limbeck.stamp(List.of("aa02"), false, null, null);
        assertThat(ids(limbeck)).containsExactlyInAnyOrder("aa01", "aa02");
        limbeck.stamp(List.of("aa03", "ab03"), true, "anew", null);
        assertThat(ids(limbeck)).containsExactlyInAnyOrder("aa01", "aa02", "aa03", "ab03");
        limbeck.stamp(List.of("base"), false, null, null);
        assertThat(ids(limbeck)).isEmpty();

        assertThat(limbeck.events(10)).extracting(JournalEvent::event).containsOnly("stamped");
        assertThat(limbeck.events(10)).extracting(JournalEvent::reason).contains("restored from a copy", "anew");
        limbeck.upgrade();
        assertThat(Tables.of(database)).containsExactly("t1", "t2", "t3", "t4");
    }

    private static List<String> ids(Limbeck limbeck) {
        return limbeck.quickStatus().rows().stream().map(JournalRow::id).toList();
    }

    @EachDatabase({DatabaseKind.H2, DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
    void aHalfDoneRevisionRefusesOtherCommands(TestDatabase database) throws Exception {
        History history =
                three().java("aa04", "aa03", """
                op.createTable("t4", column("id", integer()).notNull(), primaryKey("id"));
                op.insert("missing", row("id", 1));
                """, "op.dropTable(\"t4\");").table("aa05", "aa04", "t5");
        Limbeck limbeck = history.limbeck(database);
        History.refusal(limbeck::upgrade);

        JournalRow dirty = Objects.requireNonNull(limbeck.status().dirty());
        assertThat(dirty.id()).isEqualTo("aa04");
        assertThat(limbeck.current()).isEqualTo(limbeck.quickStatus());
        assertThat(dirty.state()).isEqualTo(RowState.UPGRADING);
        assertThat(History.refusal(() -> limbeck.stamp(List.of("aa03"), false, null, null))
                        .code())
                .isEqualTo(ErrorCode.DIRTY_REVISION);
        assertThat(History.refusal(() -> limbeck.upgrade("aa03")).code()).isEqualTo(ErrorCode.DIRTY_REVISION);
        assertThat(limbeck.events(1).get(0).event()).isEqualTo("failed");

        assertThat(limbeck.downgrade("aa03").heads()).containsExactly("aa03");
        assertThat(Tables.of(database)).containsExactly("t1", "t2", "t3");
        assertThat(limbeck.events(1).get(0).event()).isEqualTo("backed out");
    }

    @EachDatabase
    void tagsAndEventsAreKept(TestDatabase database) throws Exception {
        Limbeck limbeck = three().limbeck(database);
        limbeck.upgrade(List.of("aa02"), RunOptions.USUAL.tagged("release 1"));
        limbeck.upgrade(List.of("head"), RunOptions.USUAL.tagged("release 2"));

        assertThat(limbeck.quickStatus().rows())
                .extracting(JournalRow::id, JournalRow::tag)
                .containsExactlyInAnyOrder(
                        tuple("aa01", "release 1"), tuple("aa02", "release 1"), tuple("aa03", "release 2"));
        assertThat(limbeck.events(5)).isEmpty();

        limbeck.downgrade("aa02");
        JournalEvent event = limbeck.events(5).get(0);
        assertThat(event.event()).isEqualTo("downgraded");
        assertThat(event.revision()).isEqualTo("aa03");
        assertThat(Map.of("by", event.by(), "host", event.host()).values()).noneMatch(String::isEmpty);
    }
}
