package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.bool;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.date;
import static org.limbeck.migration.Words.decimal;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.smallint;
import static org.limbeck.migration.Words.timestamp;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.varchar;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.dialect.Live;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Block;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Changes that need more than one statement, or none, and what they must not lose. */
class MySqlChangesTest {

    // ---- types

    private static void assertRefused(Live live, Block block) throws SQLException {
        String before = live.texts("SHOW CREATE TABLE t").get(0);
        String rows = live.texts("SELECT * FROM t").toString();
        assertThatThrownBy(() -> live.apply(block)).isInstanceOf(SQLException.class);
        assertThat(live.texts("SHOW CREATE TABLE t").get(0)).isEqualTo(before);
        assertThat(live.texts("SELECT * FROM t").toString()).isEqualTo(rows);
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void valuesThatDoNotFitStopTheChangeBeforeAnythingIsChanged(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (n int, s varchar(20), d decimal(10,4), x double, ts datetime(6))",
                    "INSERT INTO t VALUES (300000, 'abcdefghij', 1.2345, 1.5, '2026-11-20 09:31:00.5')");
            assertRefused(live, op -> op.setType("t", "n", smallint()));
            assertRefused(live, op -> op.setType("t", "s", varchar(3)));
            assertRefused(live, op -> op.setType("t", "s", integer()));
            assertRefused(live, op -> op.setType("t", "d", decimal(10, 2)));
            assertRefused(live, op -> op.setType("t", "d", integer()));
            assertRefused(live, op -> op.setType("t", "x", integer()));
            assertRefused(live, op -> op.setType("t", "ts", timestamp(0)));
            assertRefused(live, op -> op.setType("t", "ts", date()));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aSessionThatWasNotStrictIsMadeStrict(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "SET SESSION sql_mode = ''", "CREATE TABLE t (s varchar(9))", "INSERT INTO t VALUES ('abcdef')");
            live.dialect().prepare(live.connection());
            assertRefused(live, op -> op.setType("t", "s", varchar(3)));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void truncatingCutsAndStaysStrictAfterwards(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute("CREATE TABLE t (s varchar(9))", "INSERT INTO t VALUES ('abcdef')");
            live.apply(op -> op.setType("t", "s", varchar(3)).truncating());
            assertThat(live.texts("SELECT s FROM t")).containsExactly("abc");
            assertRefused(live, op -> op.setType("t", "s", varchar(1)));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void usingConvertsAndKeepsPlaceKeysAndTimes(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (id int PRIMARY KEY, s varchar(9) NOT NULL DEFAULT 'no' COMMENT 'answer', z int,"
                            + " ts timestamp NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP,"
                            + " INDEX ix_s (s), UNIQUE uq_sz (s, z))",
                    "INSERT INTO t (id, s, z) VALUES (1, 'yes', 7), (2, 'no', 8)");
            live.apply(op -> {
                op.dropDefault("t", "s");
                op.setType("t", "s", bool()).using("CASE s WHEN 'yes' THEN 1 ELSE 0 END");
            });
            assertThat(live.texts("SELECT id, s + 0, z, DATE_FORMAT(ts, '%Y') FROM t ORDER BY id"))
                    .containsExactly("1|1|7|2020", "2|0|8|2020");
            assertThat(live.table("t").columns().get(1))
                    .isEqualTo(column("s", bool()).notNull().comment("answer"));
            assertThat(live.table("t").index("ix_s")).isPresent();
            assertThat(live.table("t").constraint("uq_sz")).isPresent();
        }
    }

    // ---- enums

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void enumValuesAreAddedAndRenamedAtTheColumn(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (id int PRIMARY KEY, e enum('new','done') NOT NULL DEFAULT 'new' COMMENT 'c')",
                    "INSERT INTO t VALUES (1, 'new'), (2, 'done')");
            live.apply(op -> op.addEnumValue("state", "open").after("new").in("t", "e"));
            live.apply(op -> op.renameEnumValue("state", "new", "fresh").in("t", "e"));
            assertThat(live.texts("SELECT e FROM t ORDER BY id")).containsExactly("fresh", "done");
            assertThat(live.table("t").column("e").orElseThrow().type().values())
                    .containsExactly("fresh", "open", "done");
            assertThat(live.texts("SHOW CREATE TABLE t").get(0)).contains("DEFAULT 'fresh' COMMENT 'c'");
        }
    }

    // ---- renaming

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void viewsThatReadARenamedColumnGoOn(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE w (id int PRIMARY KEY, a int, s varchar(20))",
                    "CREATE TABLE o (id int PRIMARY KEY, a int)",
                    "INSERT INTO w VALUES (1, 5, 'x')",
                    "INSERT INTO o VALUES (1, 6)",
                    "CREATE SQL SECURITY INVOKER VIEW v1 AS SELECT x.a, o.a AS other, x.s FROM w x JOIN o ON o.id = x.id"
                            + " WHERE x.a > 1 AND x.s <> 'it''s' ORDER BY x.a",
                    "CREATE VIEW v2 AS SELECT a + 1 AS more, s FROM v1",
                    "CREATE VIEW v3 AS SELECT id, a FROM w WHERE a > 1 WITH CASCADED CHECK OPTION",
                    "CREATE VIEW v4 AS SELECT a FROM o");
            live.apply(op -> op.renameColumn("w", "a", "a b`c"));
            assertThat(live.texts("SELECT a, other, s FROM v1")).containsExactly("5|6|x");
            assertThat(live.texts("SELECT more, s FROM v2")).containsExactly("6|x");
            assertThat(live.texts("SELECT id, a FROM v3")).containsExactly("1|5");
            assertThat(live.texts("SELECT security_type FROM information_schema.views"
                            + " WHERE table_schema = DATABASE() AND table_name = 'v1'"))
                    .containsExactly("INVOKER");
            assertThat(live.texts("SELECT check_option FROM information_schema.views"
                            + " WHERE table_schema = DATABASE() AND table_name = 'v3'"))
                    .containsExactly("CASCADED");
            live.apply(op -> {
                op.renameTable("w", "Renamed `w`");
                op.renameColumn("Renamed `w`", "a b`c", "b");
                op.renameColumn("Renamed `w`", "b", "c");
            });
            assertThat(live.texts("SELECT a, other, s FROM v1")).containsExactly("5|6|x");
            assertThat(live.texts("SELECT id, a FROM v3")).containsExactly("1|5");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void checksFollowARenamedColumn(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (a int, b int, p int, CONSTRAINT ck CHECK (a > 0 AND b < 9),"
                            + " CONSTRAINT ckp CHECK (p > 0), CONSTRAINT fk FOREIGN KEY (p) REFERENCES p (id))");
            live.apply(op -> op.renameColumn("t", "a", "order"));
            live.apply(op -> op.renameColumn("t", "p", "parent"));
            assertThatThrownBy(() -> live.execute("INSERT INTO t (`order`, b) VALUES (0, 1)"))
                    .hasMessageContaining("ck");
            assertThatThrownBy(() -> live.execute("INSERT INTO t (parent) VALUES (-1)"))
                    .hasMessageContaining("ckp");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aColumnThatATriggerNamesIsNotRenamed(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (a int, b int)",
                    "CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = NEW.b + 1");
            assertThatThrownBy(() -> live.apply(op -> op.renameColumn("t", "a", "c")))
                    .isInstanceOf(LimbeckException.class)
                    .hasMessageContaining("Trigger tr names the column");
            assertThat(live.table("t").column("a")).isPresent();
        }
    }

    // ---- dropping

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aColumnTakesItsKeysAlongAndDoesNotShortenThem(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (id int PRIMARY KEY, a int, b int, INDEX ix_ab (a, b), UNIQUE uq_ba (b, a),"
                            + " CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
            live.apply(op -> op.dropColumn("t", "a"));
            assertThat(live.table("t").indexes()).isEmpty();
            assertThat(live.table("t").constraints()).hasSize(1);
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void anIndexThatAForeignKeyNeedsIsReplacedByItsOwn(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE p (id int PRIMARY KEY)",
                    "CREATE TABLE t (id int PRIMARY KEY, a int, b int, INDEX ix_ab (a, b),"
                            + " CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
            live.apply(op -> op.dropIndex("t", "ix_ab"));
            assertThat(live.table("t").indexes()).isEmpty();
            live.apply(op -> op.dropConstraint("t", "fk"));
            assertThat(live.texts("SELECT DISTINCT index_name FROM information_schema.statistics"
                            + " WHERE table_schema = DATABASE() AND table_name = 't'"))
                    .containsExactly("PRIMARY");
        }
    }

    private static Live referring(TestDatabase database, String keys) throws SQLException {
        return Servers.live(database)
                .execute(
                        "CREATE TABLE p (id int PRIMARY KEY)",
                        "CREATE TABLE t (a int NOT NULL, b int NOT NULL, " + keys
                                + ", CONSTRAINT fk FOREIGN KEY (a) REFERENCES p (id))");
    }

    private static List<String> indexNames(Live live) throws SQLException {
        return live.texts("SELECT DISTINCT lower(index_name) FROM information_schema.statistics"
                + " WHERE table_schema = DATABASE() AND table_name = 't' ORDER BY 1");
    }

    /** The index that a foreign key needs meanwhile goes again, else it would be in the way the next time. */
    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aKeyThatAForeignKeyUsesComesAndGoesAsOftenAsOneLikes(TestDatabase database) throws SQLException {
        try (Live live = referring(database, "PRIMARY KEY (a, b)")) {
            for (int i = 0; i < 3; i++) {
                live.apply(op -> op.dropConstraint("t", primaryKey("a", "b")));
                assertThat(indexNames(live)).containsExactly("fk");
                live.apply(op -> op.addConstraint("t", primaryKey("a", "b")));
                assertThat(indexNames(live)).containsExactly("primary");
            }
            live.apply(op -> {
                op.dropConstraint("t", primaryKey("a", "b"));
                op.addConstraint("t", unique("a").named("uq"));
                op.dropConstraint("t", "uq");
                op.createIndex("t", index("a", "b").named("ix"));
                op.dropIndex("t", "ix");
                op.addConstraint("t", primaryKey("a", "b"));
            });
            assertThat(indexNames(live)).containsExactly("primary");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void whatAForeignKeyUsesIsReplacedInOneGo(TestDatabase database) throws SQLException {
        try (Live live = referring(database, "INDEX ix (a)")) {
            live.apply(op -> {
                op.dropIndex("t", "ix");
                op.addConstraint("t", unique("a", "b").named("uq"));
            });
            assertThat(indexNames(live)).containsExactly("uq");
            live.apply(op -> {
                op.dropConstraint("t", "uq");
                op.dropConstraint("t", "fk");
            });
            assertThat(indexNames(live)).isEmpty();
        }
    }

    /** The server made the index itself, and takes it away itself, too. */
    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void anIndexOfTheServersOwnGoesWhenAnotherCoversIt(TestDatabase database) throws SQLException {
        try (Live live = referring(database, "UNIQUE uq (b)")) {
            assertThat(indexNames(live)).containsExactly("fk", "uq");
            live.apply(op -> op.createIndex("t", index("a", "b").named("ix")));
            assertThat(indexNames(live)).containsExactly("ix", "uq");
            live.apply(op -> op.dropIndex("t", "ix"));
            assertThat(indexNames(live)).containsExactly("fk", "uq");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aSchemaWithTablesIsNotDropped(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            String name = live.texts("SELECT DATABASE()").get(0) + "_more";
            live.apply(op -> op.createSchema(name));
            live.apply(op -> op.createTable(name + ".t", column("id", integer()), primaryKey("id")));
            assertThatThrownBy(() -> live.apply(op -> op.dropSchema(name)))
                    .hasMessageContaining("the schema is not empty");
            live.apply(op -> op.dropTable(name + ".t"));
            live.apply(op -> op.dropSchema(name));
        }
    }

    // ---- sequences

    @EachDatabase(MARIADB_10_11)
    void sequencesComeAndGo(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            org.limbeck.schema.Sequence sequence = org.limbeck.schema.Sequence.of("Order no")
                    .startingAt(120)
                    .incrementBy(10)
                    .between(100, 10_000)
                    .cycling()
                    .caching(5);
            live.apply(op -> op.createSequence(sequence));
            live.apply(op -> op.createSequence("plain"));
            assertThat(live.schema().sequence(sequence.name())).contains(sequence);
            assertThat(live.state().sequence(org.limbeck.schema.QualifiedName.parse("plain")))
                    .contains(org.limbeck.schema.Sequence.of("plain"));
            live.apply(op -> op.createTable("t", column("id", integer()).fromSequence("Order no"), primaryKey("id")));
            live.execute("INSERT INTO t VALUES (DEFAULT), (DEFAULT)");
            assertThat(live.texts("SELECT id FROM t ORDER BY id")).containsExactly("120", "130");
            assertThat(live.table("t").column("id").orElseThrow().generation())
                    .isEqualTo(column("id", integer()).fromSequence("Order no").generation());
            live.apply(op ->
                    op.alterSequence(org.limbeck.schema.Sequence.of("Order no").incrementBy(7)));
            assertThat(live.schema().sequence(sequence.name()).orElseThrow().cycle())
                    .isFalse();
            live.apply(op -> op.dropTable("t"));
            live.apply(op -> op.dropSequence("Order no"));
            assertThat(live.schema().sequence(sequence.name())).isEmpty();
        }
    }
}
