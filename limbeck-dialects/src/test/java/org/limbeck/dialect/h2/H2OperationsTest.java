package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.date;
import static org.limbeck.migration.Words.decimal;
import static org.limbeck.migration.Words.enumOf;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.json;
import static org.limbeck.migration.Words.lookup;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;
import static org.limbeck.migration.Words.sqlValue;
import static org.limbeck.migration.Words.text;
import static org.limbeck.migration.Words.timestamp;
import static org.limbeck.migration.Words.timestampTz;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.uuid;
import static org.limbeck.migration.Words.varchar;
import static org.limbeck.migration.Words.where;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Operations on a live database with rows in it. */
class H2OperationsTest {
    private TestDatabase database;
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create(DatabaseKind.H2);
        live = Live.on(database, new H2Provider());
        live.apply(op -> {
            op.createSequence("numbers");
            op.createTable(
                    "parent",
                    column("id", bigint()).notNull(),
                    column("code", varchar(10)).notNull(),
                    primaryKey("id"),
                    unique("code"));
            op.createTable(
                    "t",
                    column("id", bigint()).autoIncrement(),
                    column("p", bigint()).comment("the parent"),
                    column("n", varchar(20)).defaultTo("none"),
                    column("d", decimal(10, 4)),
                    column("m", enumOf("mood", "bad", "good")).defaultTo("good"),
                    column("at", timestamp()),
                    column("c", integer()).storedAs("p * 2"),
                    column("f", bigint()).fromSequence("numbers"),
                    primaryKey("id"),
                    foreignKey("p").references("parent", "id"),
                    check("d > 0").named("positive"),
                    index("n", "d"),
                    index("at"));
            op.insert("parent", row("id", 1, "code", "one"), row("id", 2, "code", "two"));
            op.insert(
                    "t",
                    row("p", 1, "n", "a", "d", 1.25, "m", "bad", "at", sqlValue("TIMESTAMP '2026-11-20 09:31:05'")),
                    row("p", 2, "n", null, "d", 2, "m", "good", "at", null),
                    row("p", null, "n", "it's", "d", null, "m", null, "at", null));
        });
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    static Stream<Named<Block>> reversible() {
        return Stream.of(
                op("create table", op -> op.createTable("x", column("a", integer()))),
                op("drop table", op -> op.dropTable("t")),
                op("rename table", op -> op.renameTable("t", "Order s")),
                op("rename referenced table", op -> op.renameTable("parent", "mother")),
                op("table comment", op -> op.setTableComment("t", "it's a table")),
                op("column comment", op -> op.setColumnComment("t", "p", "other")),
                op("no column comment", op -> op.setColumnComment("t", "p", null)),
                op(
                        "add column",
                        op -> op.addColumn(
                                "t",
                                column("x", integer()).notNull().defaultTo(7).comment("x"))),
                op(
                        "add unique column",
                        op -> op.addColumn("t", column("x", uuid()).defaultSql("RANDOM_UUID()"))),
                op("drop column", op -> op.dropColumn("t", "f")),
                op("rename column", op -> op.renameColumn("t", "n", "New \"Name")),
                op("rename key column", op -> op.renameColumn("parent", "id", "key")),
                op("widen text", op -> op.setType("t", "n", varchar(200))),
                op("widen unique text", op -> op.setType("parent", "code", varchar(11))),
                op("text to clob", op -> {
                    op.dropIndex("t", "ix_t_n_d");
                    op.setType("t", "n", text());
                }),
                op("widen number", op -> op.setType("t", "d", decimal(20, 6))),
                op("identity type", op -> op.setType("t", "id", integer())),
                op("type using", op -> op.setType("t", "n", varchar(20)).using("UPPER(n)")),
                op("computed type", op -> op.setType("t", "c", bigint())),
                op("not null", op -> op.setNotNull("t", "f")),
                op("nullable", op -> op.setNullable("parent", "code")),
                op("default", op -> op.setDefault("t", "n", "it's")),
                op("default sql", op -> op.setDefaultSql("t", "at", "CURRENT_TIMESTAMP")),
                op("drop default", op -> op.dropDefault("t", "n")),
                op("identity", op -> op.setGeneration("t", column("f", bigint()).autoIncrement())),
                op(
                        "identity always",
                        op -> op.setGeneration("t", column("id", bigint()).autoIncrementAlways())),
                op(
                        "identity steps",
                        op -> op.setGeneration(
                                "t", column("id", bigint()).withGeneration(new Generation.Identity(true, 10L, 5L)))),
                op("no sequence", op -> op.dropGeneration("t", "f")),
                op(
                        "other expression",
                        op -> op.setGeneration("t", column("c", integer()).storedAs("p + 1"))),
                op("add unique", op -> op.addConstraint("t", unique("n", "d"))),
                op("add check", op -> op.addConstraint("t", check("p < 100"))),
                op(
                        "add foreign key",
                        op -> op.addConstraint("t", foreignKey("id").references("t", "id"))),
                op("drop check", op -> op.dropConstraint("t", "positive")),
                op("drop check by its words", op -> op.dropConstraint("t", check("\"D\" > CAST(0 AS NUMERIC(1))"))),
                op("drop foreign key", op -> op.dropConstraint("t", "fk_t_p")),
                op("drop primary key", op -> op.dropConstraint("t", "pk_t")),
                op("drop unique", op -> op.dropConstraint("parent", "uq_parent_code")),
                op("drop unique by index", op -> op.dropIndex("parent", "uq_parent_code")),
                op("rename unique by index", op -> op.renameIndex("parent", "uq_parent_code", "other")),
                op("rename constraint", op -> op.renameConstraint("t", "fk_t_p", "to parent")),
                op("replace check", op -> op.replaceConstraint("t", "positive", check("d > 1"))),
                op(
                        "replace under another name",
                        op -> op.replaceConstraint(
                                "t", "positive", check("d > 1").named("more than one"))),
                op("replace primary key", op -> {
                    op.setNotNull("t", "f");
                    op.replaceConstraint("t", "pk_t", primaryKey("id", "f").named("pk_t"));
                }),
                op("validate", op -> op.validateConstraint("t", "positive")),
                op("create index", op -> op.createIndex("t", index("m", "at"))),
                op("create index concurrently", op -> op.createIndexConcurrently("t", index("m"))),
                op("drop index", op -> op.dropIndex("t", "ix_t_n_d")),
                op("drop index by its members", op -> op.dropIndex("t", index("n", "d"))),
                op("rename index", op -> op.renameIndex("t", "ix_t_at", "times")),
                op("create schema", op -> op.createSchema("other one")),
                op(
                        "create sequence",
                        op -> op.createSequence(Sequence.of("s")
                                .startingAt(5)
                                .incrementBy(2)
                                .between(1, 99)
                                .cycling()
                                .caching(1))),
                op("falling sequence", op -> op.createSequence(Sequence.of("s").incrementBy(-1))),
                op(
                        "alter sequence",
                        op -> op.alterSequence(
                                Sequence.of("numbers").incrementBy(10).caching(7))),
                op("create enum", op -> op.createEnum("mood", "bad", "good")),
                op(
                        "rename enum value",
                        op -> op.renameEnumValue("mood", "good", "it's fine").in("t", "m")),
                op("create view", op -> op.createView("v", "SELECT n FROM t")),
                op("insert", op -> op.insert("parent", row("id", 9, "code", "nine"))));
    }

    private static Named<Block> op(String name, Block block) {
        return Named.of(name, block);
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void upIsAsEvolvedAndDownIsAsBefore(Block block) throws SQLException {
        List<Operation> up = Live.record(block);
        Schema before = live.schema();
        Map<String, List<String>> rows = rows(before);
        List<Operation> down = live.inverse(up);

        live.execute(up);
        assertThat(normal(live.schema())).as("after the way up").isEqualTo(normal(Blocks.evolve(before, up)));

        live.execute(down);
        assertThat(normal(live.schema())).as("after the way down").isEqualTo(normal(before));
        assertThat(live.schema().sequences()).isEqualTo(before.sequences());
        boolean kept = up.stream()
                .noneMatch(o -> o.describe().startsWith("drop") || o.describe().startsWith("set type"));
        if (kept) {
            assertThat(rows(live.schema())).as("the rows").isEqualTo(rows);
        }
    }

    private Map<QualifiedName, Table> normal(Schema schema) {
        Map<QualifiedName, Table> tables = new java.util.TreeMap<>();
        schema.tables().forEach((name, table) -> tables.put(name, live.dialect().normalise(sorted(table))));
        return tables;
    }

    /** What is dropped comes back at the end. */
    private static Table sorted(Table table) {
        return table.withColumns(table.columns().stream()
                .sorted(java.util.Comparator.comparing(Column::name))
                .toList());
    }

    private Map<String, List<String>> rows(Schema schema) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (QualifiedName name : schema.tables().keySet()) {
            rows.put(
                    name.toString(),
                    live.texts("SELECT * FROM " + live.dialect().identifier(name.name())));
        }
        return rows;
    }

    // ---- types

    @Test
    void aValueThatDoesNotFitStopsBeforeAnythingIsChanged() throws SQLException {
        live.execute("UPDATE t SET n = 'abcdef' WHERE id = 1");
        Schema before = live.schema();
        refuses(op -> op.setType("t", "n", varchar(3)), "does not fit into VARCHAR(3)");
        refuses(op -> op.setType("t", "n", integer()), "abcdef");
        refuses(op -> op.setType("t", "d", decimal(10, 1)), "does not fit into NUMERIC(10, 1)");
        refuses(op -> op.setType("t", "d", integer()), "does not fit into INTEGER");
        refuses(op -> op.setType("t", "at", date()), "does not fit into DATE");
        refuses(op -> op.setType("t", "n", uuid()), "abcdef");
        refuses(op -> op.setType("t", "n", integer()).using("CAST(n AS INTEGER)"), "abcdef");
        refuses(op -> op.setType("t", "n", varchar(2)).using("n || 'x'"), "does not fit");
        assertThat(live.schema())
                .as("also the default is there, which a failed ALTER loses")
                .isEqualTo(before);
    }

    private void refuses(Block block, String message) {
        assertThatThrownBy(() -> live.apply(block)).hasMessageContaining(message);
    }

    @Test
    void aNarrowerTypeIsTakenWhereEveryValueFits() throws SQLException {
        live.apply(op -> {
            op.setType("t", "n", varchar(4));
            op.setType("t", "d", decimal(3, 2));
            op.setType("t", "at", timestamp(0));
            op.setType("t", "p", integer());
        });
        assertThat(live.texts("SELECT n, d, at, p FROM t ORDER BY id"))
                .containsExactly("a|1.25|2026-11-20 09:31:05.0|1", "null|2.00|null|2", "it's|null|null|null");
        assertThat(live.table("t").column("n").orElseThrow().defaultValue()).isNotNull();
    }

    @Test
    void truncatingCutsValues() throws SQLException {
        live.apply(op -> op.setType("t", "n", varchar(2)).truncating());
        assertThat(live.texts("SELECT n FROM t ORDER BY id")).containsExactly("a", "null", "it");
    }

    // ---- enums

    @Test
    void anEnumValueIsAddedWhereItIsWanted() throws SQLException {
        live.apply(op -> {
            op.addEnumValue("mood", "fair").after("bad").in("t", "m");
            op.addEnumValue("mood", "best").in("t", "m");
        });
        assertThat(live.table("t").column("m").orElseThrow().type().values())
                .containsExactly("bad", "fair", "good", "best");
        assertThat(live.texts("SELECT m FROM t ORDER BY id")).containsExactly("bad", "good", "null");
    }

    @Test
    void anEnumValueIsRenamedInTheRowsToo() throws SQLException {
        live.apply(op -> op.renameEnumValue("mood", "good", "great").in("t", "m"));
        assertThat(live.texts("SELECT m FROM t ORDER BY id")).containsExactly("bad", "great", "null");
        live.apply(op -> op.insert("t", row("p", 1)));
        assertThat(live.texts("SELECT m FROM t WHERE id = 4")).containsExactly("great");
    }

    // ---- generation

    @Test
    void anIdentityGoesOnBehindTheRows() throws SQLException {
        live.apply(op -> {
            op.dropGeneration("t", "id");
            op.insert("t", row("id", 50, "p", 1));
            op.setGeneration("t", column("id", bigint()).autoIncrement());
            op.insert("t", row("p", 2));
        });
        assertThat(live.texts("SELECT MAX(id) FROM t")).containsExactly("51");
    }

    @Test
    void explicitNumbersMoveTheIdentityPastThem() throws SQLException {
        live.apply(op -> {
            op.setGeneration("t", column("id", bigint()).autoIncrementAlways());
            op.insert("t", row("id", 100, "p", 1), row("id", 7, "p", 1));
            op.insert("t", row("p", 2));
            op.upsert("t", List.of("id"), row("id", 200, "n", "new"), row("id", 100, "n", "old"));
            op.insert("t", row("p", 2));
        });
        assertThat(live.texts("SELECT id, n FROM t WHERE id > 3 ORDER BY id"))
                .containsExactly("7|none", "100|old", "101|none", "200|new", "201|none");
    }

    @Test
    void anIdentityNeverGoesBack() throws SQLException {
        live.execute("DELETE FROM t");
        live.apply(op -> op.insert("t", row("id", 1, "p", 1)));
        live.apply(op -> op.insert("t", row("p", 1)));
        assertThat(live.texts("SELECT id FROM t ORDER BY id")).containsExactly("1", "4");
    }

    // ---- rows

    @Test
    void rowsOfEveryType() throws SQLException {
        live.apply(op -> {
            op.createTable(
                    "v",
                    column("k", varchar(20)),
                    column("j", json()),
                    column("u", uuid()),
                    column("z", timestampTz()),
                    column("l", timestamp()),
                    column("b", org.limbeck.migration.Words.binary()),
                    column("o", org.limbeck.migration.Words.bool()));
            op.insert(
                    "v",
                    row(
                            "k",
                            "it's \\ \"x\"\n😀",
                            "j",
                            "{\"a\": [1, null]}",
                            "u",
                            new java.util.UUID(1, 2),
                            "z",
                            java.time.Instant.parse("2026-11-20T09:31:00.5Z"),
                            "l",
                            java.time.Instant.parse("2026-11-20T09:31:00Z"),
                            "b",
                            new byte[] {0, 1, -1},
                            "o",
                            true));
        });
        assertThat(live.texts("SELECT k, j FORMAT JSON, u, l, RAWTOHEX(b), o FROM v"))
                .hasSize(1);
        assertThat(live.texts("SELECT k FROM v")).containsExactly("it's \\ \"x\"\n😀");
        assertThat(live.texts("SELECT CAST(j AS VARCHAR), u, l, RAWTOHEX(b), o FROM v"))
                .containsExactly(
                        "{\"a\":[1,null]}|00000000-0000-0001-0000-000000000002|2026-11-20 09:31:00.0|0001ff|true");
        assertThat(live.texts("SELECT 1 FROM v WHERE z = TIMESTAMP WITH TIME ZONE '2026-11-20 11:31:00.5+02:00'"))
                .hasSize(1);
    }

    @Test
    void rowsAreUpdatedDeletedAndLookedUp() throws SQLException {
        live.apply(op -> {
            op.insert("t", row("p", lookup("parent", "id", row("code", "two")), "n", sqlValue("UPPER('x')")));
            op.update("t", row("n", "changed", "d", null), where("p", 1));
            op.delete("t", where("n = 'it''s'"));
            op.upsert("parent", List.of("id"), row("id", 1, "code", "uno"), row("id", 3, "code", "tre"));
            op.upsert("parent", List.of("code"), row("code", "uno", "id", 1));
        });
        assertThat(live.texts("SELECT p, n, d FROM t ORDER BY id"))
                .containsExactly("1|changed|null", "2|null|2.0000", "2|X|null");
        assertThat(live.texts("SELECT id, code FROM parent ORDER BY 1")).containsExactly("1|uno", "2|two", "3|tre");
    }

    // ---- columns that others stand on

    @Test
    void aColumnInKeysAndIndexesOfSeveralColumnsIsDropped() throws SQLException {
        live.apply(op -> op.addConstraint("t", unique("n", "p").named("pair")));
        live.apply(op -> op.dropColumn("t", "n"));
        Table table = live.table("t");
        assertThat(table.column("n")).isEmpty();
        assertThat(table.index("ix_t_n_d")).isEmpty();
        assertThat(table.constraint("pair")).isEmpty();
        assertThat(table.constraint("positive")).isPresent();
    }

    // ---- views

    @Test
    void viewsFollowARenamedTable() throws SQLException {
        live.apply(op -> {
            op.createView("v", "SELECT t.n, p.code FROM t JOIN parent p ON p.id = t.p" + " WHERE t.n <> 'FROM \"T\"'");
            op.createView("w", "SELECT * FROM v");
        });
        live.apply(op -> op.renameTable("t", "renamed"));
        assertThat(live.texts("SELECT * FROM w")).containsExactly("a|one");
        live.apply(op -> op.renameTable("renamed", "t"));
        assertThat(live.texts("SELECT * FROM w")).containsExactly("a|one");
    }

    @Test
    void viewsFollowARenamedColumnAndKeepTheirColumns() throws SQLException {
        live.apply(op -> {
            op.createView("v", "SELECT n, UPPER(n) AS big, d FROM t WHERE n > 'N' ORDER BY n");
            op.createView("w", "SELECT n || 'x' AS nx FROM v");
        });
        live.apply(op -> op.renameColumn("t", "n", "label"));
        assertThat(live.texts("SELECT n, big, d FROM v")).containsExactly("a|A|1.2500", "it's|IT'S|null");
        assertThat(live.texts("SELECT * FROM w")).containsExactly("ax", "it'sx");
    }

    @Test
    void aColumnIsNotRenamedUnderAViewOfSeveralTables() throws SQLException {
        live.apply(op -> op.createView("v", "SELECT t.n FROM t JOIN parent ON parent.id = t.p"));
        assertThatThrownBy(() -> live.apply(op -> op.renameColumn("t", "n", "label")))
                .hasMessageContaining("LMB-4011")
                .hasMessageContaining("view v");
        live.apply(op -> op.renameColumn("t", "at", "moment"));
        assertThat(live.texts("SELECT * FROM v ORDER BY 1")).containsExactly("null", "a");
    }

    @Test
    void aViewOfTheSameRevisionIsToBeCreatedAfterTheRenaming() {
        assertThatThrownBy(() -> live.apply(op -> {
                    op.createView("v", "select n from t");
                    op.renameTable("t", "u");
                }))
                .hasMessageContaining("LMB-4011")
                .hasMessageContaining("view v");
    }

    @Test
    void aroundViewsDropsAndCreatesThem() throws SQLException {
        live.apply(op -> {
            op.createView("v", "SELECT n, d FROM t");
            op.createView("w", "SELECT n FROM v");
            op.aroundViews(List.of("v", "w"), inside -> inside.addColumn("t", column("z", integer())));
        });
        assertThat(live.texts("SELECT * FROM w ORDER BY 1")).containsExactly("null", "a", "it's");
    }

    // ---- guards of names

    @Test
    void aNameThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> live.apply(op -> op.createTable("x".repeat(257), column("a", integer()))))
                .hasMessageContaining("LMB-1118")
                .hasMessageContaining("1 to 256 characters");
        assertThatThrownBy(() -> live.apply(op -> op.addColumn("t", column("a\0b", integer()))))
                .hasMessageContaining("NUL");
    }
}
