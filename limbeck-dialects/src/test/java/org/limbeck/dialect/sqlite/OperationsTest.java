package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.Operation;
import org.limbeck.operation.SetGeneration;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Each operation on tables with rows: what it leaves is what it says, and its inverse gives back what was there. */
final class OperationsTest {
    private static final List<String> BEFORE = List.of(
            "CREATE TABLE place (code VARCHAR(9) NOT NULL, label TEXT, CONSTRAINT pk_place PRIMARY KEY (code))",
            "CREATE TABLE \"or.der \"\"s\" (id INTEGER NOT NULL CONSTRAINT pk_o PRIMARY KEY AUTOINCREMENT, \"Sta tus\""
                    + " VARCHAR(20) DEFAULT 'new' COLLATE NOCASE, place VARCHAR(9), n INTEGER NOT NULL DEFAULT 5, big"
                    + " BIGINT, amount DECIMAL(12,2), twice INT AS (n * 2) VIRTUAL, thrice INTEGER GENERATED ALWAYS AS (n *"
                    + " 3) STORED, CONSTRAINT ck_n CHECK (n < 1000), CONSTRAINT uq_big UNIQUE (big), CONSTRAINT fk_place"
                    + " FOREIGN KEY (place) REFERENCES place (code) ON UPDATE CASCADE)",
            "CREATE INDEX ix_place ON \"or.der \"\"s\" (place, n DESC)",
            "CREATE INDEX ix_low ON \"or.der \"\"s\" (lower(\"Sta tus\")) WHERE n > 1",
            "CREATE TABLE item (id INTEGER PRIMARY KEY, \"order\" INTEGER NOT NULL REFERENCES \"or.der \"\"s\" (id) ON"
                    + " DELETE CASCADE)",
            "CREATE VIEW seen AS SELECT id, n FROM \"or.der \"\"s\"",
            "CREATE TABLE log (t TEXT)",
            "CREATE TRIGGER tr AFTER INSERT ON \"or.der \"\"s\" BEGIN INSERT INTO log VALUES (new.id); END",
            "INSERT INTO place VALUES ('a', 'A'), ('b', 'B')",
            "INSERT INTO \"or.der \"\"s\" (\"Sta tus\", place, n, big, amount) VALUES ('new', 'a', 1, 10, 1.5), ('done',"
                    + " 'b', 2, 20, 2), (NULL, NULL, 3, NULL, NULL)",
            "INSERT INTO item VALUES (1, 1), (2, 2), (3, 3)",
            "CREATE TABLE kind (id INTEGER PRIMARY KEY, k TEXT NOT NULL DEFAULT 'x' CONSTRAINT ck_kind_k_enum CHECK (k IN"
                    + " ('x', 'y')))",
            "INSERT INTO kind (k) VALUES ('x'), ('y')",
            "CREATE TABLE plain (a INTEGER NOT NULL, b TEXT NOT NULL) STRICT",
            "INSERT INTO plain VALUES (1, 'one'), (2, 'two')",
            "ANALYZE");
    private static final String T = "\"or.der \"\"s\"";

    static Stream<Named<Block>> operations() {
        return Stream.of(
                named(
                        "create table",
                        op -> op.createTable(
                                "\"new.table\"",
                                column("id", bigint()).autoIncrement(),
                                column("na me", varchar(40)).notNull().defaultTo("it's"),
                                column("p", varchar(9)),
                                primaryKey("id"),
                                foreignKey("p").references("place", "code"),
                                check("length(\"na me\") > 1"),
                                index("na me"))),
                named("drop table", op -> op.dropTable("item")),
                named("rename table", op -> op.renameTable(T, "Orders")),
                named("rename table in case only", op -> op.renameTable("place", "Place")),
                named("comments", op -> {
                    op.setTableComment("place", "text");
                    op.setColumnComment("place", "code", "text");
                }),
                named("add column", op -> op.addColumn(T, column("x", integer()))),
                named(
                        "add column not null",
                        op -> op.addColumn(T, column("x", bool()).notNull().defaultTo(true))),
                named(
                        "add column with expression",
                        op -> op.addColumn(T, column("x", text()).defaultSql("1 + 1"))),
                named(
                        "add column virtual",
                        op -> op.addColumn(T, column("x", integer()).virtualAs("n + 1"))),
                named(
                        "add column stored",
                        op -> op.addColumn(T, column("x", integer()).storedAs("n + 1"))),
                named(
                        "add column of enum",
                        op -> op.addColumn(T, column("x", enumOf("e", "a", "b")).defaultTo("a"))),
                named("add column to strict table", op -> op.addColumn("plain", column("c", varchar(7)))),
                named("drop column", op -> op.dropColumn(T, "amount")),
                named("drop column with constraint", op -> op.dropColumn(T, "big")),
                named("drop column with index and key", op -> op.dropColumn(T, "place")),
                named("rename column", op -> op.renameColumn(T, "place", "pla ce")),
                named("rename column in case only", op -> op.renameColumn("place", "label", "LABEL")),
                named("set type", op -> op.setType(T, "big", varchar(30))),
                named("set type wider", op -> op.setType(T, "Sta tus", varchar(50))),
                named(
                        "set type with using",
                        op -> op.setType(T, "amount", text()).using("amount || ''")),
                named("set type to enum", op -> op.setType("place", "label", enumOf("l", "A", "B"))),
                named("set not null", op -> op.setNotNull("place", "label")),
                named("set nullable", op -> op.setNullable(T, "n")),
                named("set default", op -> op.setDefault(T, "Sta tus", "it's")),
                named("set default expression", op -> op.setDefaultSql(T, "Sta tus", "lower('A')")),
                named("drop default", op -> op.dropDefault(T, "n")),
                named(
                        "set generation computed",
                        op -> op.setGeneration(
                                T, column("amount", decimal(12, 2)).storedAs("n"))),
                named("drop generation computed", op -> op.dropGeneration(T, "thrice")),
                named("drop generation identity", op -> op.dropGeneration(T, "id")),
                named(
                        "set generation identity",
                        op -> op.setGeneration("item", column("id", integer()).autoIncrement())),
                named("add check", op -> op.addConstraint(T, check("n >= 1"))),
                named("add unique", op -> op.addConstraint(T, unique("n"))),
                named(
                        "add foreign key",
                        op -> op.addConstraint("plain", foreignKey("a").references("item", "id"))),
                named("add primary key", op -> op.addConstraint("plain", primaryKey("a"))),
                named("drop check", op -> op.dropConstraint(T, "ck_n")),
                named("drop unique", op -> op.dropConstraint(T, "uq_big")),
                named("drop foreign key", op -> op.dropConstraint(T, "fk_place")),
                named(
                        "drop foreign key by structure",
                        op -> op.dropConstraint("item", foreignKey("order").references(T, "id"))),
                named("rename constraint", op -> op.renameConstraint(T, "ck_n", "ck N")),
                named("rename constraint of column", op -> op.renameConstraint(T, "pk_o", "pk_orders")),
                named(
                        "replace constraint",
                        op -> op.replaceConstraint(T, "ck_n", check("n < 99").named("ck_n"))),
                named("validate constraint", op -> op.validateConstraint(T, "fk_place")),
                named(
                        "create index",
                        op -> op.createIndex(
                                T, index(desc("n"), expression("big + 1")).where("n > 0"))),
                named(
                        "create unique index",
                        op -> op.createIndex(
                                T, index(asc("big").collate("nocase")).unique())),
                named("drop index", op -> op.dropIndex(T, "ix_place")),
                named("drop index by structure", op -> op.dropIndex(T, index(asc("place"), desc("n")))),
                named("rename index", op -> op.renameIndex(T, "ix_low", "ix LOW")),
                named(
                        "rename enum value",
                        op -> op.renameEnumValue("k", "x", "z").in("kind", "k")),
                named("many on one table", op -> {
                    op.addColumn(T, column("x", integer()).defaultTo(3));
                    op.setNullable(T, "n");
                    op.renameColumn(T, "amount", "price");
                    op.addConstraint(T, check("price >= 0").named("ck_price"));
                    op.createIndex(T, index("price"));
                    op.setDefault(T, "price", 7);
                    op.renameIndex(T, "ix_place", "ix_p");
                }),
                named("create and drop view", op -> op.createView("w", "SELECT n FROM seen")),
                named(
                        "create trigger",
                        op -> op.createTrigger(
                                "place", "tr2", "CREATE TRIGGER tr2 AFTER DELETE ON place BEGIN SELECT 1; END")),
                named("drop trigger", op -> op.dropTrigger(T, "tr")),
                named("replace view", op -> op.replaceView("seen", "SELECT id FROM " + T)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void upAndDown(Block block) throws SQLException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(BEFORE.toArray(String[]::new)).execute("PRAGMA foreign_keys = ON");
            Schema before = live.schema();
            Snapshot there = Snapshot.of(live);
            Map<String, Table> tables = Snapshot.tables(live);
            List<Operation> up = Live.record(block);
            List<Operation> down = live.inverse(up);

            live.execute(up);
            assertThat(lines(Snapshot.tables(live))).as("up").isEqualTo(lines(normal(live, Blocks.evolve(before, up))));
            assertSound(live);

            live.execute(down);
            assertSound(live);
            Snapshot back = Snapshot.of(live);
            assertThat(back.settings()).isEqualTo(there.settings());
            boolean lossy = up.stream().anyMatch(OperationsTest::losesValues);
            if (!lossy) {
                assertThat(lines(Snapshot.tables(live))).as("down").isEqualTo(lines(tables));
                assertThat(withoutStatistics(back)).as("rows").isEqualTo(withoutStatistics(there));
                assertThat(back.definitions().keySet())
                        .isEqualTo(there.definitions().keySet());
            }
        }
    }

    private static boolean losesValues(Operation operation) {
        return operation instanceof DropColumn
                || operation instanceof DropTable
                || (operation instanceof SetGeneration change && change.generation() instanceof Generation.Computed);
    }

    /** An index that is dropped takes its statistics along. */
    private static Map<String, List<String>> withoutStatistics(Snapshot snapshot) {
        Map<String, List<String>> rows = new TreeMap<>(snapshot.rows());
        rows.remove("sqlite_stat1");
        return rows;
    }

    /** Each part on a line of its own, for a difference that can be read. */
    private static List<String> lines(Map<String, Table> tables) {
        List<String> lines = new ArrayList<>();
        tables.forEach((name, table) -> {
            lines.add(name + " " + table.options());
            table.columns().forEach(c -> lines.add(c.toString()));
            table.constraints().forEach(c -> lines.add(c.toString()));
            table.indexes().forEach(i -> lines.add(i.toString()));
        });
        return lines;
    }

    private static Map<String, Table> normal(Live live, Schema schema) {
        Map<String, Table> tables = new TreeMap<>();
        schema.tables()
                .values()
                .forEach(t -> tables.put(t.name().name(), live.dialect().normalise(t)));
        return tables;
    }

    private static void assertSound(Live live) throws SQLException {
        assertThat(live.texts("PRAGMA integrity_check")).containsExactly("ok");
        assertThat(live.texts("PRAGMA foreign_key_check")).isEmpty();
        assertThat(live.texts("PRAGMA foreign_keys")).containsExactly("1");
        assertThat(live.texts("PRAGMA legacy_alter_table")).containsExactly("0");
        assertThat(live.texts("SELECT name FROM sqlite_master WHERE name LIKE '\\_limbeck%' ESCAPE '\\'"))
                .isEmpty();
        for (String view : live.texts("SELECT name FROM sqlite_master WHERE type = 'view'")) {
            live.texts("SELECT * FROM " + view);
        }
    }
}
