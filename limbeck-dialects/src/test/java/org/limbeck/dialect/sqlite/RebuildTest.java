package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Live;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** A rebuild changes what it is asked to, and nothing else. */
final class RebuildTest {
    private TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        live = Live.on(database, new SqliteProvider());
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    @Test
    void nothingThatHangsOnTheTableIsLost() throws SQLException {
        live.execute(
                "PRAGMA foreign_keys = ON",
                "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT COLLATE NOCASE UNIQUE ON CONFLICT"
                        + " REPLACE, /* kept */ n INT CHECK (n > 0), CHECK (length(name) < 100)) STRICT",
                "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE"
                        + " DEFERRABLE INITIALLY DEFERRED)",
                "CREATE INDEX ix_desc ON parent (n DESC, name COLLATE BINARY)",
                "CREATE INDEX ix_part ON parent (lower(name)) WHERE n > 3",
                "CREATE VIEW v AS SELECT id, name FROM parent",
                "CREATE TABLE log (t TEXT)",
                "CREATE TRIGGER tr AFTER UPDATE ON parent BEGIN INSERT INTO log VALUES (new.name); END",
                "INSERT INTO parent (name, n) VALUES ('a', 1), ('b', 2), ('c', 5)",
                "DELETE FROM parent WHERE name = 'c'",
                "INSERT INTO child VALUES (1, 1), (2, 2)",
                "ANALYZE");
        List<String> statistics = live.texts("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx");

        live.apply(op -> op.setDefault("parent", "n", 7));

        assertThat(live.texts("SELECT * FROM child")).containsExactly("1|1", "2|2");
        assertThat(live.texts("SELECT * FROM v")).containsExactly("1|a", "2|b");
        assertThat(live.texts("SELECT sql FROM sqlite_master WHERE name = 'parent'"))
                .singleElement()
                .asString()
                .contains(
                        "COLLATE NOCASE UNIQUE ON CONFLICT REPLACE",
                        "/* kept */",
                        "DEFAULT 7",
                        "STRICT",
                        "CHECK (length(name) < 100)",
                        "CHECK (n > 0)",
                        "AUTOINCREMENT");
        assertThat(live.texts("SELECT name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"))
                .containsExactly(
                        "child",
                        "ix_desc",
                        "ix_part",
                        "log",
                        "parent",
                        "sqlite_sequence",
                        "sqlite_stat1",
                        "sqlite_stat4",
                        "tr",
                        "v");
        assertThat(live.texts("SELECT * FROM sqlite_stat1 ORDER BY tbl, idx")).isEqualTo(statistics);
        live.execute("INSERT INTO parent (name) VALUES ('d')", "UPDATE parent SET n = 9 WHERE name = 'D'");
        assertThat(live.texts("SELECT * FROM parent WHERE name = 'd'")).containsExactly("4|d|9");
        assertThat(live.texts("SELECT * FROM log")).containsExactly("d");
        assertThat(live.texts("PRAGMA foreign_keys")).containsExactly("1");
        assertThat(live.texts("PRAGMA legacy_alter_table")).containsExactly("0");
    }
}
