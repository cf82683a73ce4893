package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.dialect.mysql.Dialects.MARIADB;
import static org.limbeck.dialect.mysql.Dialects.MYSQL;
import static org.limbeck.migration.Words.asc;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.comment;
import static org.limbeck.migration.Words.decimal;
import static org.limbeck.migration.Words.desc;
import static org.limbeck.migration.Words.enumOf;
import static org.limbeck.migration.Words.expression;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.lookup;
import static org.limbeck.migration.Words.option;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;
import static org.limbeck.migration.Words.text;
import static org.limbeck.migration.Words.timestamp;
import static org.limbeck.migration.Words.timestampTz;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.uuid;
import static org.limbeck.migration.Words.varchar;
import static org.limbeck.migration.Words.where;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.View;
import org.limbeck.state.ReplayedState;

/** The SQL of each operation, word by word. */
class MySqlSqlTest {
    private static final Schema BEFORE = Blocks.evolve(Schema.EMPTY, Live.record(op -> {
        op.createTable("p", column("id", bigint()).autoIncrement(), primaryKey("id"));
        op.createTable(
                "t",
                column("id", bigint()).autoIncrement(),
                column("a", integer()).notNull().defaultTo(1).comment("it's a"),
                column("b", varchar(20)).collate("utf8mb4_bin"),
                column("c", decimal(10, 4)),
                column("d", timestamp())
                        .defaultSql("now()")
                        .option("mysql", "INVISIBLE ON UPDATE CURRENT_TIMESTAMP(6)"),
                column("e", enumOf("state", "new", "done")).notNull().defaultTo("new"),
                column("g", integer()).storedAs("a + 1"),
                column("p", bigint()),
                primaryKey("id"),
                unique("b").named("uq_b"),
                foreignKey("p").references("p", "id").named("fk_p"),
                check("a > 0").named("ck_a"),
                index("a").named("ix_a"));
        op.createView("v", "select `t`.`a` AS `a` from `t`");
    }));

    private static void assertSql(Block block, String... sql) {
        assertSql(MYSQL, block, sql);
        assertSql(MARIADB, block, sql);
    }

    private static void assertSql(Dialect dialect, Block block, String... sql) {
        assertThat(Live.sql(dialect, BEFORE, block)).as(dialect.name()).containsExactly(sql);
    }

    @Test
    void aTableIsOneStatementWithAllThatBelongsToIt() {
        assertSql(
                op -> op.createTable(
                        "orders",
                        column("id", bigint()).autoIncrement().comment("key"),
                        column("ref", uuid().on("mariadb", "binary(16)")).notNull(),
                        column("at", timestampTz(3)).defaultSql("current_timestamp"),
                        column("note", text()),
                        column("parent", bigint()),
                        primaryKey("id"),
                        unique("ref"),
                        foreignKey("parent").references("orders").onDelete(ReferentialAction.CASCADE),
                        check("note <> ''").named("ck"),
                        index(desc("at"), asc("note").prefix(9)),
                        option("mysql", "ROW_FORMAT=COMPRESSED"),
                        comment("it's a table")),
                """
                CREATE TABLE orders (
                  id bigint NOT NULL AUTO_INCREMENT COMMENT 'key',
                  ref binary(16) NOT NULL,
                  at timestamp(3) NULL DEFAULT CURRENT_TIMESTAMP(3),
                  note text,
                  parent bigint,
                  PRIMARY KEY (id),
                  CONSTRAINT uq_orders_ref UNIQUE (ref),
                  CONSTRAINT fk_orders_parent FOREIGN KEY (parent) REFERENCES orders (id) ON DELETE CASCADE,
                  CONSTRAINT ck CHECK (note <> ''),
                  INDEX ix_orders_at_note (at DESC, note(9))
                ) ROW_FORMAT=COMPRESSED COMMENT = 'it''s a table'""");
    }

    @Test
    void tables() {
        assertSql(op -> op.dropTable("t"), "DROP TABLE t");
        assertSql(op -> op.renameTable("p", "Pp"), "ALTER TABLE p RENAME TO `Pp`");
        assertSql(
                op -> op.renameTable("t", "t2"),
                "ALTER TABLE t RENAME TO t2",
                "CREATE OR REPLACE VIEW v AS select `t`.`a` AS `a` from `t2` `t`");
        assertSql(op -> op.setTableComment("t", "x"), "ALTER TABLE t COMMENT = 'x'");
        assertSql(op -> op.setTableComment("t", null), "ALTER TABLE t COMMENT = ''");
    }

    @Test
    void columns() {
        assertSql(
                op -> op.addColumn("t", column("n", varchar(9)).notNull().defaultTo("it's")),
                "ALTER TABLE t ADD COLUMN n varchar(9) NOT NULL DEFAULT 'it''s'");
        assertSql(op -> op.dropColumn("t", "c"), "ALTER TABLE t DROP COLUMN c");
        assertSql(op -> op.dropColumn("t", "p"), "ALTER TABLE t DROP FOREIGN KEY fk_p, DROP INDEX fk_p, DROP COLUMN p");
        assertSql(op -> op.dropColumn("t", "b"), "ALTER TABLE t DROP INDEX uq_b, DROP COLUMN b");
        assertSql(
                MARIADB,
                op -> op.renameColumn("t", "a", "a2"),
                "ALTER TABLE t RENAME COLUMN a TO a2",
                "CREATE OR REPLACE VIEW v AS select `t`.`a2` AS `a` from `t`");
        assertSql(
                MYSQL,
                op -> op.renameColumn("t", "a", "a2"),
                "ALTER TABLE t DROP CONSTRAINT ck_a, RENAME COLUMN a TO a2, ADD CONSTRAINT ck_a CHECK (`a2` > 0)",
                "CREATE OR REPLACE VIEW v AS select `t`.`a2` AS `a` from `t`");
    }

    @Test
    void aspectsOfAColumnStateAllOfItAgain() {
        assertSql(
                op -> op.setNotNull("t", "b"),
                "ALTER TABLE t MODIFY COLUMN b varchar(20) COLLATE utf8mb4_bin NOT NULL");
        assertSql(op -> op.setNullable("t", "a"), "ALTER TABLE t MODIFY COLUMN a int DEFAULT 1 COMMENT 'it''s a'");
        assertSql(
                op -> op.setColumnComment("t", "d", "when"),
                "ALTER TABLE t MODIFY COLUMN d datetime(6) DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when'"
                        + " INVISIBLE ON UPDATE CURRENT_TIMESTAMP(6)");
        assertSql(
                op -> op.setType("t", "d", timestampTz(0)).truncating().requireFits(),
                "DO EXTRACTVALUE('<a/>', (SELECT IF(COUNT(*) = 0, '/a', '~values do not fit') FROM t"
                        + " WHERE NOT (CAST(d AS DATETIME(0)) <=> d)))",
                "ALTER TABLE t MODIFY COLUMN d timestamp NULL DEFAULT CURRENT_TIMESTAMP"
                        + " INVISIBLE ON UPDATE CURRENT_TIMESTAMP");
        assertSql(op -> op.setDefault("t", "a", 7), "ALTER TABLE t ALTER COLUMN a SET DEFAULT 7");
        assertSql(op -> op.dropDefault("t", "a"), "ALTER TABLE t ALTER COLUMN a DROP DEFAULT");
        assertSql(op -> op.dropDefault("t", "b"), "ALTER TABLE t ALTER COLUMN b SET DEFAULT NULL");
        assertSql(
                op -> op.setDefaultSql("t", "a", "1 + 1"),
                "ALTER TABLE t MODIFY COLUMN a int NOT NULL DEFAULT (1 + 1) COMMENT 'it''s a'");
        assertSql(op -> op.dropGeneration("t", "id"), "ALTER TABLE t MODIFY COLUMN id bigint NOT NULL");
        assertSql(
                op -> op.setGeneration("t", column("g", integer()).storedAs("a + 2")),
                "ALTER TABLE t MODIFY COLUMN g int GENERATED ALWAYS AS (a + 2) STORED");
    }

    @Test
    void typesWithAConversionOrByForce() {
        assertSql(
                op -> op.setType("t", "b", integer()).using("length(b)"),
                "ALTER TABLE t ADD COLUMN b_limbeck int",
                "UPDATE t SET b_limbeck = (length(b)), d = d",
                "ALTER TABLE t DROP INDEX uq_b, DROP COLUMN b, CHANGE COLUMN b_limbeck b int AFTER a,"
                        + " ADD CONSTRAINT uq_b UNIQUE (b)");
        assertSql(
                MARIADB,
                op -> op.setType("t", "b", varchar(3)).truncating(),
                "SET STATEMENT sql_mode = '' FOR ALTER TABLE t CHANGE COLUMN b b varchar(3) COLLATE utf8mb4_bin");
        assertSql(
                MYSQL,
                op -> op.setType("t", "b", varchar(3)).truncating(),
                "SET @limbeck_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ''",
                "ALTER TABLE t CHANGE COLUMN b b varchar(3) COLLATE utf8mb4_bin",
                "SET SESSION sql_mode = @limbeck_sql_mode");
    }

    @Test
    void constraints() {
        assertSql(
                op -> op.addConstraint("t", foreignKey("a").references("p").onUpdate(ReferentialAction.SET_NULL)),
                "ALTER TABLE t ADD CONSTRAINT fk_t_a FOREIGN KEY (a) REFERENCES p (id) ON UPDATE SET NULL");
        assertSql(op -> op.dropConstraint("t", "pk_t"), "ALTER TABLE t DROP PRIMARY KEY");
        assertSql(op -> op.dropConstraint("t", "uq_b"), "ALTER TABLE t DROP INDEX uq_b");
        assertSql(op -> op.dropConstraint("t", "ck_a"), "ALTER TABLE t DROP CONSTRAINT ck_a");
        assertSql(op -> op.dropConstraint("t", "fk_p"), "ALTER TABLE t DROP FOREIGN KEY fk_p, DROP INDEX fk_p");
        assertSql(op -> op.renameConstraint("t", "uq_b", "u"), "ALTER TABLE t RENAME INDEX uq_b TO u");
        assertSql(op -> op.renameConstraint("t", "pk_t", "pk_x"));
        assertSql(
                op -> op.renameConstraint("t", "fk_p", "fk_q"),
                "ALTER TABLE t DROP FOREIGN KEY fk_p, RENAME INDEX fk_p TO fk_q,"
                        + " ADD CONSTRAINT fk_q FOREIGN KEY (p) REFERENCES p (id)");
        assertSql(
                op -> op.replaceConstraint("t", "pk_t", primaryKey("id", "a")),
                "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)");
        assertSql(
                op -> op.replaceConstraint("t", "fk_p", foreignKey("p").references("p", "id")),
                "ALTER TABLE t DROP FOREIGN KEY fk_p",
                "ALTER TABLE t ADD CONSTRAINT fk_p FOREIGN KEY (p) REFERENCES p (id)");
        assertSql(op -> op.validateConstraint("t", "ck_a"));
    }

    @Test
    void indexes() {
        assertSql(op -> op.createIndexConcurrently("t", index("b")), "ALTER TABLE t ADD INDEX ix_t_b (b)");
        assertSql(
                op -> op.createIndex("t", index("b").using("fulltext").option("mysql", "COMMENT 'x'")),
                "ALTER TABLE t ADD FULLTEXT INDEX ix_t_b (b) COMMENT 'x'");
        assertSql(
                MYSQL,
                op -> op.createIndex(
                        "t", index(expression("a + 1").desc()).unique().named("x")),
                "ALTER TABLE t ADD UNIQUE INDEX x ((a + 1) DESC)");
        assertSql(op -> op.dropIndex("t", "ix_a"), "ALTER TABLE t DROP INDEX ix_a");
        assertSql(op -> op.dropIndex("t", index("a")), "ALTER TABLE t DROP INDEX ix_a");
        assertSql(op -> op.renameIndex("t", "ix_a", "ix_b"), "ALTER TABLE t RENAME INDEX ix_a TO ix_b");
    }

    @Test
    void schemasSequencesAndEnums() {
        assertSql(op -> op.createSchema("S"), "CREATE DATABASE `S`");
        assertSql(
                MARIADB,
                op -> op.createSequence(Sequence.of("s").startingAt(5).incrementBy(2)),
                "CREATE SEQUENCE s START WITH 5 INCREMENT BY 2");
        assertSql(
                MARIADB,
                op -> op.alterSequence(Sequence.of("s").cycling()),
                "ALTER SEQUENCE s INCREMENT BY 1 NO MINVALUE NO MAXVALUE CYCLE CACHE 1000");
        assertSql(MARIADB, op -> op.dropSequence("s"), "DROP SEQUENCE s");
        assertSql(op -> op.createEnum("state", "new", "done"));
        assertSql(
                op -> op.addEnumValue("state", "open").after("new").in("t", "e"),
                "ALTER TABLE t MODIFY COLUMN e enum('new','open','done') NOT NULL DEFAULT 'new'");
        assertSql(
                op -> op.renameEnumValue("state", "new", "fresh").in("t", "e"),
                "ALTER TABLE t MODIFY COLUMN e enum('new','done','fresh') NOT NULL DEFAULT 'new'",
                "UPDATE t SET e = 'fresh', d = d WHERE e = 'new'",
                "ALTER TABLE t MODIFY COLUMN e enum('fresh','done') NOT NULL DEFAULT 'fresh'");
    }

    @Test
    void anEnumFindsItsValuesWhereTheScriptGaveThem() {
        assertSql(
                op -> {
                    op.createEnum("mood", "sad", "ok");
                    op.addColumn("p", column("m", enumOf("mood")));
                },
                "ALTER TABLE p ADD COLUMN m enum('sad','ok')");
    }

    @Test
    void viewsRoutinesAndTriggers() {
        assertSql(
                op -> op.createView(View.of("w", "select 1 AS a").option("mysql", "SQL SECURITY INVOKER")),
                "CREATE SQL SECURITY INVOKER VIEW w AS select 1 AS a");
        assertSql(op -> op.replaceView("v", "select 1"), "CREATE OR REPLACE VIEW v AS select 1");
        assertSql(op -> op.dropView("v"), "DROP VIEW v");
        assertSql(op -> op.dropFunction("f", "(integer)"), "DROP FUNCTION f");
        assertSql(op -> op.dropTrigger("other.t", "tr"), "DROP TRIGGER other.tr");
    }

    @Test
    void rows() {
        assertSql(
                op -> op.insert("t", row("a", 1, "b", lookup("t", "b", row("a", 2)))),
                "INSERT INTO t (a, b) VALUES (1, (SELECT b FROM (SELECT b FROM t WHERE a = 2 LIMIT 2) AS looked_up))");
        assertSql(
                op -> op.upsert("p", List.of("id"), row("id", 1), row("id", 2)),
                "INSERT INTO p (id) VALUES (1), (2) ON DUPLICATE KEY UPDATE id = VALUES(id)");
        assertSql(
                op -> op.upsert("t", List.of("b"), row("b", "x", "a", 1)),
                "UPDATE t SET a = 1 WHERE b = 'x'",
                "INSERT INTO t (b, a) SELECT 'x', 1 FROM DUAL WHERE NOT EXISTS"
                        + " (SELECT 1 FROM (SELECT 1 FROM t WHERE b = 'x' LIMIT 1) AS present)");
        assertSql(op -> op.delete("t", where("b", null)), "DELETE FROM t WHERE b IS NULL");
    }

    @Test
    void instantsGoIntoTimestampColumnsWhateverTheSessionsZone() {
        Instant instant = Instant.parse("2026-11-20T09:31:00.5Z");
        assertThat(MYSQL.literal(instant, timestampTz())).isEqualTo("TIMESTAMP'2026-11-20 09:31:00.500+00:00'");
        assertThat(MARIADB.literal(instant, timestampTz()))
                .isEqualTo("CONVERT_TZ('2026-11-20 09:31:00.500','+00:00',@@session.time_zone)");
        assertThat(MARIADB.literal(instant, timestamp())).isEqualTo("'2026-11-20 09:31:00.500'");
    }

    // ---- groups

    private static List<StatementGroup> groups(Block block) {
        return MYSQL.renderer().render(Live.record(block), new ReplayedState(BEFORE));
    }

    @Test
    void neighboursOnOneTableAreOneStatement() {
        List<StatementGroup> groups = groups(op -> {
            op.addColumn("t", column("n", bigint()));
            op.createIndex("t", index("n"));
            op.setNotNull("t", "b");
            op.setTableComment("t", "x");
            op.addColumn("p", column("n", bigint()));
            op.dropColumn("t", "c");
        });
        assertThat(groups).extracting(StatementGroup::first).containsExactly(0, 4, 5);
        assertThat(groups).extracting(StatementGroup::last).containsExactly(3, 4, 5);
        assertThat(groups.get(0).statements())
                .containsExactly(new Statement(
                        "ALTER TABLE t ADD COLUMN n bigint, ADD INDEX ix_t_n (n),"
                                + " MODIFY COLUMN b varchar(20) COLLATE utf8mb4_bin NOT NULL, COMMENT = 'x'",
                        Placement.COMMITS));
    }

    @Test
    void whatBuildsOnAChangeOfItsNeighbourIsNotMerged() {
        assertThat(groups(op -> {
                    op.dropColumn("t", "c");
                    op.addColumn("t", column("c", integer()));
                }))
                .hasSize(2);
        assertThat(groups(op -> {
                    op.setNotNull("t", "b");
                    op.setDefault("t", "b", "x");
                }))
                .hasSize(2);
        assertThat(groups(op -> {
                    op.renameColumn("t", "c", "c2");
                    op.createIndex("t", index("c2"));
                }))
                .hasSize(2);
        assertThat(groups(op -> {
                    op.dropConstraint("t", "fk_p");
                    op.addConstraint("t", foreignKey("p").references("p").named("fk_p"));
                }))
                .hasSize(2);
    }

    @Test
    void rowsStandInTransactionsAndDefinitionsCommit() {
        List<StatementGroup> groups = groups(op -> {
            op.insert("p", row("id", 1));
            op.dropTable("p");
            op.sql("ANALYZE TABLE t");
            op.sql("UPDATE t SET a = 1");
        });
        assertThat(groups)
                .extracting(g -> g.statements().get(0).placement())
                .containsExactly(Placement.INSIDE, Placement.COMMITS, Placement.COMMITS, Placement.INSIDE);
    }
}
