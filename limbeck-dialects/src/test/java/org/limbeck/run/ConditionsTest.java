package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Conditions are decided once, just before they matter, and never again. */
class ConditionsTest {
    @TempDir
    Path folder;

    private static final String UP = """
            op.when(columnMissing("t1", "c"), then -> {
                then.addColumn("t1", column("c", integer()));
                then.update("t1", row("c", 5), allRows());
                then.setNotNull("t1", "c");
            });
            """;

    private History history() {
        return new History(folder)
                .java(
                        "aa01",
                        "",
                        "op.createTable(\"t1\", column(\"id\", integer()).notNull(), primaryKey(\"id\"));"
                                + " op.insert(\"t1\", row(\"id\", 1));",
                        "op.dropTable(\"t1\");")
                .java("aa02", "aa01", UP, "op.dropColumn(\"t1\", \"c\");");
    }

    /** Killed at any statement of the block: the rest of it still runs. */
    @EachDatabase
    void aBlockThatWasBegunIsFinished(TestDatabase database) throws Exception {
        History history = history();
        int asked = 0;
        List<String> block = statements(history, database.kind());
        for (int n = 1; n <= block.size(); n++) {
            String head = block.get(n - 1).toUpperCase(Locale.ROOT);
            if (!head.contains("T1") || head.startsWith("SELECT")) {
                continue;
            }
            try (TestDatabase fresh = TestDatabase.create(database.kind())) {
                history.limbeck(fresh).upgrade("aa01");
                FaultyDataSource mortal = new FaultyDataSource(fresh, Fault.after(n));
                History.refusal(() -> history.on(mortal).load().upgrade());
                mortal.awaitGone();
                if (database.kind() == DatabaseKind.H2) {
                    // Its lease would be valid for a minute.
                    assertThat(history.limbeck(fresh).releaseLock("it is dead")).isTrue();
                }
                History.Events events = new History.Events();
                history.limbeck(fresh, events).upgrade();
                asked += events.of(RunEvent.Decided.class).size();
                assertThat(Tables.value(fresh, "c", "t1", ""))
                        .as("%s, dead after %s", fresh, head)
                        .isEqualTo("5");
            }
        }
        boolean postgresql = database.kind().name().startsWith("POSTGRESQL");
        if (postgresql) {
            // All is rolled back, the answer with it.
            assertThat(asked).isPositive();
        } else if (database.kind() != DatabaseKind.SQLITE) {
            assertThat(asked).isZero();
        }
    }

    private List<String> statements(History history, DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.create(kind)) {
            history.limbeck(database).upgrade("aa01");
            FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
            history.on(counted).load().upgrade();
            return counted.statements();
        }
    }

    @EachDatabase
    void anEqualObjectIsLeftAndADifferentOneIsShown(TestDatabase database) throws Exception {
        History history = new History(folder)
                .java(
                        "aa01",
                        "",
                        "op.createTable(\"t1\", column(\"id\", integer()).notNull(), column(\"name\", varchar(20)), primaryKey(\"id\"));",
                        "op.dropTable(\"t1\");")
                .java("aa02", "aa01", """
                        op.when(tableMissing("t1"), then -> then.createTable("t1",
                                column("id", integer()).notNull(), column("name", varchar(20)), primaryKey("id")));
                        op.when(columnMissing("t1", "name"), then -> then.addColumn("t1", column("name", varchar(20))));
                        """, "")
                .java("aa03", "aa02", """
                        op.when(columnMissing("t1", "name"), then -> then.addColumn("t1", column("name", varchar(30)).notNull()));
                        """, "");
        assertThat(history.limbeck(database).upgrade("aa02").heads()).containsExactly("aa02");

        LimbeckException differs =
                History.refusal(() -> history.limbeck(database).upgrade());

        assertThat(differs.code()).isEqualTo(ErrorCode.OBJECT_DIFFERS);
        assertThat(String.valueOf(differs.problem().place())).contains("Raa03.java:9");
        assertThat(differs.problem().why().toString())
                .contains("column name")
                .contains("20")
                .contains("30")
                .doesNotContain("Optional")
                .doesNotContain("Column[");

        // The script may say what to do with what is there.
        history.edit(
                "Raa03.java", "notNull()));", "notNull())).otherwise(o -> o.setType(\"t1\", \"name\", varchar(30)));");
        assertThat(history.limbeck(database).upgrade().heads()).containsExactly("aa03");
    }
}
