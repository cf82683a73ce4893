package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Live;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.View;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What others made is read as it is, or reported as not read. */
class MySqlReflectionTest {

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void viewsAreReadInTheirOrderWithoutTheSchema(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (id int, a int)",
                    "CREATE VIEW z AS SELECT id, a FROM t WHERE a <> 1",
                    "CREATE SQL SECURITY INVOKER VIEW m AS SELECT z.id FROM z WITH LOCAL CHECK OPTION",
                    "CREATE VIEW a AS SELECT id FROM m");
            Schema schema = live.schema();
            assertThat(schema.views().keySet())
                    .extracting(QualifiedName::toString)
                    .containsExactly("z", "m", "a");
            View middle = schema.view(QualifiedName.parse("m")).orElseThrow();
            assertThat(middle.query().sql()).isEqualTo("select `z`.`id` AS `id` from `z` WITH LOCAL CHECK OPTION");
            assertThat(middle.options()).containsOnly(Map.entry(live.dialect().name(), "SQL SECURITY INVOKER"));
            assertThat(live.state().viewsReading(QualifiedName.parse("t")))
                    .extracting(v -> v.name().name())
                    .containsExactly("z", "m", "a");
            assertThat(live.state().view(QualifiedName.parse("m"))).contains(middle);
            for (View view : schema.views().values()) {
                live.apply(op -> {
                    op.dropView(view);
                    op.createView(view);
                });
            }
            assertThat(live.schema().views()).isEqualTo(schema.views());
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void theAlgorithmAndAForeignDefinerOfAViewAreKept(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (id int, a int)",
                    "CREATE ALGORITHM=MERGE DEFINER=`some one`@`%` SQL SECURITY INVOKER VIEW v AS SELECT a FROM t");
            live.apply(op -> op.renameColumn("t", "a", "b"));
            assertThat(live.texts("SHOW CREATE VIEW v").get(0))
                    .contains("ALGORITHM=MERGE DEFINER=`some one`@`%` SQL SECURITY INVOKER")
                    .contains("`b` AS `a`");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void bodiesAreReadWithEveryEscape(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (id int, s varchar(40))",
                    "CREATE TRIGGER plain BEFORE INSERT ON t FOR EACH ROW SET NEW.id = NEW.id + 1",
                    "CREATE TRIGGER quoting BEFORE INSERT ON t FOR EACH ROW BEGIN"
                            + " SET NEW.s = 'it\\'s; \\\\ \"x\"'; SET NEW.id = NEW.id * 2; END",
                    "CREATE FUNCTION f(a int, b varchar(10)) RETURNS varchar(20) DETERMINISTIC SQL SECURITY INVOKER"
                            + " COMMENT 'it''s' RETURN concat(a, b, '\\'')",
                    "CREATE PROCEDURE p(IN a int, OUT b int) BEGIN SET b = a + 1; SELECT 'x'; END");
            Schema schema = live.schema();
            assertThat(schema.triggers()).hasSize(2);
            assertThat(schema.routines()).hasSize(2);
            assertThat(live.state().triggersOn(QualifiedName.parse("t")))
                    .extracting(Trigger::name)
                    .containsExactly("plain", "quoting");
            for (Trigger trigger : schema.triggers().values()) {
                live.apply(op -> op.dropTrigger(trigger));
            }
            for (Trigger trigger : schema.triggers().values()) {
                live.apply(op -> op.createTrigger(trigger));
            }
            for (Routine routine : schema.routines().values()) {
                live.apply(op -> {
                    op.dropRoutine(routine);
                    op.createRoutine(routine);
                });
            }
            Schema again = live.schema();
            assertThat(again.triggers()).isEqualTo(schema.triggers());
            assertThat(again.routines()).isEqualTo(schema.routines());
            live.execute("INSERT INTO t VALUES (1, 'a')");
            assertThat(live.texts("SELECT id, s FROM t")).containsExactly("4|it's; \\ \"x\"");
            assertThat(live.texts("SELECT f(1, 'b')")).containsExactly("1b'");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void whatIsNotUnderstoodIsReported(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE part (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2",
                    "CREATE EVENT ev ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1",
                    "CREATE TABLE bytes (b varbinary(10) DEFAULT x'01FF', c int COMMENT 'x')");
            assertThat(live.schema().unknowns())
                    .containsExactlyInAnyOrder(
                            "the partitions of table part are not read",
                            "event ev is not read",
                            "the default of column bytes.b is not shown by the catalogue");
            assertThatThrownBy(() -> live.apply(op -> op.setColumnComment("bytes", "b", "n")))
                    .as("a default that is not known is never written over")
                    .hasMessageContaining("The default of a column is not known");
            live.apply(op -> op.setColumnComment("bytes", "c", "n"));
        }
    }

    @EachDatabase(MYSQL_9_7)
    void aCheckThatIsNotEnforcedIsReported(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE t (a int, CONSTRAINT ck CHECK (a > 1) NOT ENFORCED, p point NOT NULL SRID 4326)");
            assertThat(live.schema().unknowns()).containsExactly("check ck of table t is NOT ENFORCED");
            live.apply(op -> op.setColumnComment("t", "p", "place"));
            assertThat(live.texts("SHOW CREATE TABLE t").get(0)).contains("SRID 4326");
        }
    }

    @EachDatabase(MARIADB_10_11)
    void mariaDbsOwnThingsAreKeptWhenAColumnChanges(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute("CREATE TABLE t (a int CHECK (a > 1), b json CHECK (json_length(b) > 1), c json,"
                    + " d varchar(500) COMPRESSED, e int(5), f int) WITH SYSTEM VERSIONING");
            assertThat(live.table("t").columns())
                    .extracting(Column::type)
                    .startsWith(
                            DataType.of(TypeKind.INTEGER), DataType.of(TypeKind.LONG_TEXT), DataType.of(TypeKind.JSON));
            String before = live.texts("SHOW CREATE TABLE t").get(0);
            live.execute("SET @@system_versioning_alter_history = 'KEEP'");
            for (String name : List.of("a", "b", "c", "d", "e")) {
                live.apply(op -> op.setColumnComment("t", name, "x"));
                live.apply(op -> op.setColumnComment("t", name, null));
            }
            assertThat(live.texts("SHOW CREATE TABLE t").get(0)).isEqualTo(before);
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aTableOfAnotherSchemaKeepsItsQualifiedNames(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            String other = live.texts("SELECT DATABASE()").get(0) + "_x";
            live.execute(
                    "CREATE DATABASE " + other,
                    "CREATE TABLE " + other + ".p (id int PRIMARY KEY)",
                    "CREATE TABLE " + other + ".c (id int PRIMARY KEY, p int, CONSTRAINT fk FOREIGN KEY (p)"
                            + " REFERENCES " + other + ".p (id))",
                    "CREATE TABLE here (p int, CONSTRAINT fk_here FOREIGN KEY (p) REFERENCES " + other + ".p (id))");
            try {
                Table table = live.table(other + ".c");
                assertThat(table.foreignKeys().get(0).references()).isEqualTo(QualifiedName.parse(other + ".p"));
                assertThat(live.table("here").foreignKeys().get(0).references())
                        .isEqualTo(QualifiedName.parse(other + ".p"));
                Schema whole = live.dialect().reflector().schema(live.connection(), other);
                assertThat(whole.table(QualifiedName.parse("c"))
                                .orElseThrow()
                                .foreignKeys()
                                .get(0)
                                .references())
                        .isEqualTo(QualifiedName.parse("p"));
            } finally {
                live.execute("DROP TABLE here", "DROP DATABASE " + other);
            }
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void limbecksOwnTablesAreReadButNotCounted(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute(
                    "CREATE TABLE limbeck_revision (id int)",
                    "CREATE TABLE t (id int, n varchar(5) DEFAULT NULL)",
                    "CREATE VIEW v AS SELECT id FROM t");
            assertThat(live.dialect().reflector().countTables(live.connection()))
                    .isEqualTo(1);
            assertThat(live.schema().tables()).hasSize(2);
            assertThat(live.state().table(QualifiedName.parse("v"))).isEmpty();
            assertThat(live.state().table(QualifiedName.parse("missing"))).isEmpty();
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void defaultsAreValuesOrExpressions(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute("CREATE TABLE t (a int DEFAULT 5, b varchar(9) DEFAULT '5', c tinyint(1) DEFAULT 1,"
                    + " d datetime DEFAULT '2020-01-01', e decimal(9,2) DEFAULT 1.50, f varchar(40) DEFAULT (uuid()),"
                    + " g datetime DEFAULT CURRENT_TIMESTAMP)");
            assertThat(live.table("t").columns())
                    .extracting(Column::defaultValue)
                    .containsExactly(
                            new DefaultValue.Literal(5),
                            new DefaultValue.Literal("5"),
                            new DefaultValue.Literal(true),
                            new DefaultValue.Literal("2020-01-01 00:00:00"),
                            new DefaultValue.Literal(new java.math.BigDecimal("1.50")),
                            new DefaultValue.Expression(SqlText.of("uuid()")),
                            new DefaultValue.Expression(SqlText.of(
                                    live.dialect().name().equals("mysql")
                                            ? "CURRENT_TIMESTAMP"
                                            : "current_timestamp()")));
        }
    }
}
