package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.asc;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.decimal;
import static org.limbeck.migration.Words.desc;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.text;
import static org.limbeck.migration.Words.timestamp;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.varchar;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/**
 * Each operation on tables with rows: afterwards the catalogue shows what the operation says of itself, and its inverse
 * brings back what was there, rows included.
 */
class MySqlOperationsTest {
    private static final String[] SETUP = {
        "CREATE TABLE parent (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(20) NOT NULL,"
                + " CONSTRAINT uq_parent_code UNIQUE (code)) COMMENT 'parents'",
        "CREATE TABLE t (id bigint NOT NULL AUTO_INCREMENT, a int NULL, b varchar(20) NOT NULL DEFAULT 'x' COMMENT 'it''s b',"
                + " c decimal(10,4) NULL, d datetime(6) NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),"
                + " e enum('new','done') NOT NULL DEFAULT 'new' COMMENT 'state', f int NULL, parent_id bigint NULL,"
                + " j json NULL, g int GENERATED ALWAYS AS (f + 1) VIRTUAL COMMENT 'next',"
                + " s int GENERATED ALWAYS AS (f * 2) STORED, h varchar(30) COLLATE utf8mb4_bin DEFAULT 'h' INVISIBLE,"
                + " u int unsigned NOT NULL DEFAULT 3, k timestamp NULL DEFAULT NULL,"
                + " PRIMARY KEY (id), CONSTRAINT uq_t_u UNIQUE (a, u), INDEX ix_t_a (a), INDEX ix_t_bc (b(5), c),"
                + " CONSTRAINT fk_t_parent FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE,"
                + " CONSTRAINT ck_t_a CHECK (a > 0))",
        "CREATE TABLE plain (x int NULL, y int NULL)",
        "CREATE TABLE sure (x int NOT NULL, y int NULL)",
        "CREATE TABLE counted (id int NOT NULL AUTO_INCREMENT PRIMARY KEY)",
        "INSERT INTO parent (code) VALUES ('p1'), ('p2')",
        "INSERT INTO t (a, b, c, d, e, f, parent_id, j, h, u) VALUES"
                + " (1, 'one', 1.25, '2026-11-20 09:31:00.125', 'new', 4, 1, '{\"x\": 1}', 'hid', 5),"
                + " (NULL, 'two', NULL, NULL, 'done', NULL, NULL, NULL, NULL, 6)",
        "INSERT INTO plain VALUES (1, 2), (3, 4)",
        "INSERT INTO sure VALUES (1, 2), (3, 4)",
        "INSERT INTO counted VALUES (1), (5)",
    };

    private static final Set<String> LOSES_ROWS = Set.of("drop table", "drop plain column");

    private static Map<String, Block> cases() {
        Map<String, Block> cases = new LinkedHashMap<>();
        tables(cases);
        columns(cases);
        attributes(cases);
        keys(cases);
        return cases;
    }

    private static void tables(Map<String, Block> cases) {
        cases.put(
                "create table",
                op -> op.createTable(
                        "n",
                        column("id", bigint()).autoIncrement(),
                        column("p", bigint()),
                        primaryKey("id"),
                        index("p"),
                        foreignKey("p").references("parent", "id")));
        cases.put("drop table", op -> op.dropTable("plain"));
        cases.put("rename table", op -> op.renameTable("plain", "Pl ain"));
        cases.put("table comment", op -> op.setTableComment("parent", "it's new"));
        cases.put("no table comment", op -> op.setTableComment("parent", null));
    }

    private static void columns(Map<String, Block> cases) {
        cases.put(
                "add column",
                op -> op.addColumn("t", column("n", varchar(10)).notNull().defaultTo("q")));
        cases.put("add stored", op -> op.addColumn("t", column("n", integer()).storedAs("f + 3")));
        cases.put("add several and a key on them", op -> {
            op.addColumn("plain", column("n", bigint()).autoIncrement());
            op.addConstraint("plain", primaryKey("n"));
            op.addColumn("plain", column("p", bigint()));
            op.addConstraint("plain", foreignKey("p").references("parent", "id"));
            op.createIndex("plain", index("x", "y"));
        });
        cases.put("drop plain column", op -> op.dropColumn("plain", "y"));
        cases.put("rename column", op -> op.renameColumn("plain", "x", "order"));
        cases.put("rename keyed column", op -> op.renameColumn("t", "u", "U2"));
    }

    private static void attributes(Map<String, Block> cases) {
        cases.put("wider type", op -> op.setType("t", "b", varchar(60)));
        cases.put("other type", op -> op.setType("t", "a", bigint()));
        cases.put("type of a column with ON UPDATE", op -> op.setType("t", "d", timestamp(6)));
        cases.put("type of an invisible column", op -> op.setType("t", "h", text()));
        cases.put("more digits", op -> op.setType("t", "c", decimal(12, 5)));
        cases.put("forbid null", op -> op.setNotNull("plain", "x"));
        cases.put("allow null", op -> op.setNullable("t", "b"));
        cases.put("null of ON UPDATE", op -> op.setNullable("t", "u"));
        cases.put("literal default", op -> op.setDefault("t", "b", "it's \\ y"));
        cases.put("default of enum", op -> op.setDefault("t", "e", "done"));
        cases.put("expression default", op -> op.setDefaultSql("t", "f", "1 + 2"));
        cases.put("clock default", op -> op.setDefaultSql("t", "d", "now()"));
        cases.put("no default", op -> op.dropDefault("t", "b"));
        cases.put("no default, nullable", op -> op.dropDefault("t", "h"));
        cases.put("no clock default", op -> op.dropDefault("t", "d"));
        for (String name : List.of("id", "a", "b", "d", "e", "g", "s", "h", "j", "u", "k")) {
            cases.put("comment of " + name, op -> op.setColumnComment("t", name, "new ' comment"));
        }
        cases.put("no comment", op -> op.setColumnComment("t", "b", null));
        cases.put("no numbers", op -> op.dropGeneration("counted", "id"));
        cases.put("numbers", op -> {
            op.addConstraint("sure", primaryKey("x"));
            op.setGeneration("sure", column("x", integer()).autoIncrement());
        });
        cases.put(
                "other expression",
                op -> op.setGeneration("t", column("g", integer()).virtualAs("f + 7")));
        cases.put("all at once", op -> {
            op.setType("t", "b", varchar(99));
            op.setNotNull("plain", "y");
            op.setColumnComment("plain", "x", "ex");
            op.setDefault("plain", "y", 8);
        });
    }

    private static void keys(Map<String, Block> cases) {
        cases.put("add check", op -> op.addConstraint("plain", check("y > 0 and x is not null")));
        cases.put("drop check", op -> op.dropConstraint("t", "ck_t_a"));
        cases.put("add unique", op -> op.addConstraint("plain", unique("y", "x")));
        cases.put("drop unique", op -> op.dropConstraint("t", "uq_t_u"));
        cases.put("drop unique as an index", op -> op.dropIndex("parent", "uq_parent_code"));
        cases.put("drop unique by structure", op -> op.dropConstraint("parent", unique("code")));
        cases.put("add primary key", op -> op.addConstraint("sure", primaryKey("x")));
        cases.put("drop foreign key", op -> op.dropConstraint("t", "fk_t_parent"));
        cases.put("rename foreign key", op -> op.renameConstraint("t", "fk_t_parent", "fk_other"));
        cases.put("rename check", op -> op.renameConstraint("t", "ck_t_a", "ck_other"));
        cases.put("rename unique", op -> op.renameConstraint("t", "uq_t_u", "uq_other"));
        cases.put("rename unique as an index", op -> op.renameIndex("t", "uq_t_u", "uq_other"));
        cases.put(
                "replace foreign key",
                op -> op.replaceConstraint(
                        "t",
                        "fk_t_parent",
                        foreignKey("parent_id").references("parent", "id").onDelete(ReferentialAction.SET_NULL)));
        cases.put(
                "replace the key of numbers",
                op -> op.replaceConstraint("t", "pk_t", primaryKey("id", "u").named("pk_t")));
        cases.put("replace check", op -> op.replaceConstraint("t", "ck_t_a", check("a < 1000")));
        cases.put(
                "create index",
                op -> op.createIndex("t", index(desc("a"), asc("b").prefix(3)).named("ix_new")));
        cases.put(
                "create unique index", op -> op.createIndex("plain", index("x").unique()));
        cases.put(
                "create text index",
                op -> op.createIndex("t", index("b").using("fulltext").named("ix_words")));
        cases.put("drop index", op -> op.dropIndex("t", "ix_t_a"));
        cases.put("drop prefix index", op -> op.dropIndex("t", "ix_t_bc"));
        cases.put("rename index", op -> op.renameIndex("t", "ix_t_a", "ix_other"));
        cases.put("index instead of the foreign key's own", op -> op.createIndex("t", index("parent_id", "a")));
        cases.put("swap an index", op -> {
            op.dropIndex("t", "ix_t_a");
            op.createIndex("t", index("a", "f").named("ix_t_a2"));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyOperationUpAndDown() {
        return Stream.of(DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7)
                .flatMap(kind -> cases().entrySet().stream()
                        .map(entry -> DynamicTest.dynamicTest(
                                kind + " " + entry.getKey(),
                                () -> upAndDown(kind, entry.getValue(), LOSES_ROWS.contains(entry.getKey())))));
    }

    private static void upAndDown(DatabaseKind kind, Block block, boolean losesRows) throws SQLException {
        try (TestDatabase database = TestDatabase.create(kind);
                Live live = Servers.live(database)) {
            live.execute(SETUP);
            Schema before = live.schema();
            Map<String, List<String>> rows = rows(live, before);
            List<Operation> operations = Live.record(block);
            live.execute(operations);
            assertSame(live, live.schema(), Blocks.evolve(before, operations), false);
            List<Operation> back =
                    Blocks.inverse(before, operations).operations().orElseThrow(() -> new AssertionError("no inverse"));
            live.execute(back);
            assertSame(live, live.schema(), before, true);
            if (!losesRows) {
                assertRows(live, rows, before);
            }
        }
    }

    private static Map<String, List<String>> rows(Live live, Schema schema) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Table table : schema.tables().values()) {
            rows.put(table.name().name(), live.texts(select(table)));
        }
        return rows;
    }

    private static String select(Table table) {
        List<String> columns =
                table.columns().stream().map(c -> "`" + c.name() + "`").toList();
        return "SELECT " + String.join(", ", columns) + " FROM `" + table.name().name() + "` ORDER BY 1";
    }

    private static void assertRows(Live live, Map<String, List<String>> rows, Schema before) throws SQLException {
        for (Table table : before.tables().values()) {
            assertThat(live.texts(select(table)))
                    .as("rows of " + table.name())
                    .isEqualTo(rows.get(table.name().name()));
        }
    }

    private static void assertSame(Live live, Schema actual, Schema expected, boolean anyOrder) {
        assertThat(actual.tables().keySet())
                .containsExactlyInAnyOrderElementsOf(expected.tables().keySet());
        for (Table table : expected.tables().values()) {
            Table found = actual.table(table.name()).orElseThrow();
            Table one = live.dialect().normalise(found);
            Table two = live.dialect().normalise(table);
            Servers.assertSame(anyOrder ? sorted(one) : one, anyOrder ? sorted(two) : two);
        }
    }

    private static Table sorted(Table table) {
        return table.withColumns(table.columns().stream()
                .sorted(Comparator.comparing(Column::name))
                .toList());
    }
}
