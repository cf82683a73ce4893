package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.View;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Renaming takes everything along, also when a rebuild follows that is rendered before the renaming is executed. */
final class RenamingTest {
    private final TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        live = Live.on(database, new SqliteProvider());
        live.execute(
                "CREATE TABLE \"t(1)\" (id INTEGER PRIMARY KEY, a TEXT COLLATE nocase CHECK (a <> 'a' AND length(a) < 9),"
                        + " b INT AS (length(a)), up INTEGER REFERENCES \"t(1)\" (id), UNIQUE (a, up))",
                "CREATE INDEX ix ON \"t(1)\" (a, lower(\"A\")) WHERE a IS NOT NULL",
                "CREATE VIEW v AS SELECT x.a FROM \"t(1)\" x",
                "CREATE TABLE log (a TEXT)",
                "CREATE TRIGGER tr AFTER INSERT ON \"t(1)\" BEGIN INSERT INTO log VALUES (new.a); END",
                "INSERT INTO \"t(1)\" (id, a) VALUES (1, 'x')");
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    private void assertWorks(String table, String column) throws SQLException {
        live.execute("INSERT INTO " + table + " (id, " + column + ") VALUES (2, 'why')");
        assertThat(live.texts("SELECT * FROM v")).containsExactlyInAnyOrder("x", "why");
        assertThat(live.texts("SELECT a FROM log")).containsExactly("x", "why");
        assertThatThrownBy(() -> live.execute("INSERT INTO " + table + " (" + column + ") VALUES ('0123456789')"))
                .hasMessageContaining("CHECK");
        assertThat(live.texts("SELECT b FROM " + table)).containsExactly("1", "3");
        assertThat(live.texts("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(live.schema().unknowns()).isEmpty();
    }

    @Test
    void aColumnAndARebuildInOneGo() throws SQLException {
        live.apply(op -> {
            op.setDefault("t(1)", "up", 1);
            op.renameColumn("t(1)", "a", "new \"name\"");
            op.setDefault("t(1)", "new \"name\"", "d");
            op.dropDefault("t(1)", "up");
        });
        assertWorks("\"t(1)\"", "\"new \"\"name\"\"\"");
        assertThat(live.table("t(1)").index("ix").orElseThrow().columns()).containsExactly("new \"name\"");
        assertThat(live.table("t(1)").constraints().stream()
                        .filter(c -> !c.columns().isEmpty())
                        .map(c -> c.columns()))
                .containsExactly(List.of("id"), List.of("up"), List.of("new \"name\"", "up"));
    }

    @Test
    void aTableAndARebuildInOneGo() throws SQLException {
        live.apply(op -> {
            op.renameTable("t(1)", "Orders 2");
            op.setDefault("Orders 2", "a", "d");
        });
        assertWorks("\"Orders 2\"", "a");
        assertThat(live.table("Orders 2").foreignKeys().get(0).references()).isEqualTo(QualifiedName.parse("Orders 2"));
    }

    @Test
    void aColumnRowsAndARebuildInOneGo() throws SQLException {
        live.apply(op -> {
            op.renameColumn("t(1)", "a", "c");
            op.update("t(1)", row("c", "y"), allRows());
            op.setNotNull("t(1)", "c");
        });
        assertThat(live.texts("SELECT c FROM \"t(1)\"")).containsExactly("y");
        assertThat(live.table("t(1)").column("c").orElseThrow().nullable()).isFalse();
    }

    @Test
    void whatCannotBeForetoldIsRefused() throws SQLException {
        live.execute("CREATE TRIGGER tr2 AFTER DELETE ON \"t(1)\" BEGIN DELETE FROM log WHERE a = old.a; END");
        Snapshot before = Snapshot.of(live);
        Block both = op -> {
            op.renameColumn("t(1)", "a", "c");
            op.setDefault("t(1)", "c", "d");
        };
        assertThatThrownBy(() -> live.apply(both))
                .hasMessageContaining("cannot follow the renaming of a")
                .hasMessageContaining("tr2")
                .hasMessageContaining("revision of its own");
        assertThat(Snapshot.of(live)).isEqualTo(before);
        live.apply(op -> op.renameColumn("t(1)", "a", "c")).apply(op -> op.setDefault("t(1)", "c", "d"));
        live.execute("DELETE FROM \"t(1)\"");
        assertThat(live.texts("SELECT a FROM log")).isEmpty();
    }

    @Test
    void aDroppedColumnThatIsMentionedStops() throws SQLException {
        Snapshot before = Snapshot.of(live);
        assertThatThrownBy(() -> live.apply(op -> op.dropColumn("t(1)", "up")).apply(op -> op.dropColumn("t(1)", "a")))
                .isInstanceOf(SQLException.class);
        assertThat(live.texts("SELECT name FROM pragma_table_xinfo('t(1)')")).containsExactly("id", "a", "b");
        assertThat(Snapshot.of(live).rows().get("log")).isEqualTo(before.rows().get("log"));
        live.execute(
                "CREATE TABLE u (id INTEGER PRIMARY KEY, k TEXT UNIQUE, n INT)", "CREATE VIEW w AS SELECT k FROM u");
        assertThatThrownBy(() -> live.apply(op -> op.dropColumn("u", "k"))).hasMessageContaining("error in view w");
        assertThat(live.rows("SELECT * FROM w")).isEmpty();
    }

    @Test
    void aDroppedColumnThatTriggersWriteStops() throws SQLException {
        live.execute(
                "CREATE TABLE u (id INTEGER PRIMARY KEY, k TEXT, n TEXT UNIQUE)",
                "CREATE TRIGGER w1 AFTER DELETE ON log BEGIN SELECT 1; UPDATE OR IGNORE U SET \"K\" = 7; END",
                "CREATE TRIGGER w2 AFTER UPDATE OF id, n ON u BEGIN UPDATE log SET a = (SELECT max(id) FROM u); END");
        assertThatThrownBy(() -> live.apply(op -> op.dropColumn("u", "k")))
                .hasMessageContaining("Trigger w1 writes column k of table u")
                .hasMessageContaining("op.dropTrigger(\"log\", \"w1\")");
        assertThatThrownBy(() -> live.apply(op -> op.dropColumn("u", "n"))).hasMessageContaining("Trigger w2 writes");
        live.apply(op -> {
            op.dropTrigger("log", "w1");
            op.dropColumn("u", "k");
        });
        live.execute("DELETE FROM log", "INSERT INTO u VALUES (1, 'n')", "UPDATE u SET n = 'm'");
    }

    @Test
    void namesOfAViewsColumnsAreKept() throws SQLException {
        live.execute(
                "CREATE VIEW named (one, \"t wo\") AS SELECT id, a FROM \"t(1)\"",
                "CREATE TRIGGER ins INSTEAD OF INSERT ON named BEGIN INSERT INTO \"t(1)\" (id, a) VALUES (new.one, new.\"t wo\"); END");
        View view = live.schema().view(QualifiedName.parse("named")).orElseThrow();
        assertThat(view.options()).containsEntry("sqlite", "(one, \"t wo\")");
        live.apply(op -> op.aroundViews(List.of("named"), inner -> inner.setDefault("t(1)", "a", "q")));
        live.execute("INSERT INTO named VALUES (7, 'seven')");
        assertThat(live.texts("SELECT \"t wo\" FROM named WHERE one = 7")).containsExactly("seven");
        live.apply(op -> op.replaceView("named", "SELECT id AS one, a AS \"t wo\", b FROM \"t(1)\""));
        live.execute("INSERT INTO named (one, \"t wo\") VALUES (8, 'eight')");
        assertThat(live.texts("SELECT b FROM named WHERE one = 8")).containsExactly("5");
    }

    @Test
    void anIndexMayBeAUniqueConstraint() throws SQLException {
        live.apply(op -> op.createTable("u", column("a", integer()), column("b", integer()), unique("a"), unique("b")));
        live.apply(op -> op.renameIndex("u", "uq_u_a", "uq_a"));
        assertThat(live.table("u").constraint("uq_a")).isPresent();
        live.apply(op -> {
            op.dropIndex("u", "uq_a");
            op.dropIndex("u", index("b").unique());
        });
        assertThat(live.table("u").constraints()).isEmpty();
    }

    @Test
    void furtherWordsOfAColumn() throws SQLException {
        live.apply(op -> op.createTable("u", column("a", integer()).option("sqlite", "UNIQUE ON CONFLICT REPLACE")));
        live.execute("INSERT INTO u VALUES (1), (1)");
        assertThat(live.texts("SELECT a FROM u")).containsExactly("1");
    }
}
