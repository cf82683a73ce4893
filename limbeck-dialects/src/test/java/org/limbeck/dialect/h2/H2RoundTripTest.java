package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.arrayOf;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.binary;
import static org.limbeck.migration.Words.bool;
import static org.limbeck.migration.Words.character;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.comment;
import static org.limbeck.migration.Words.date;
import static org.limbeck.migration.Words.decimal;
import static org.limbeck.migration.Words.desc;
import static org.limbeck.migration.Words.doublePrecision;
import static org.limbeck.migration.Words.enumOf;
import static org.limbeck.migration.Words.fixedBinary;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.json;
import static org.limbeck.migration.Words.longText;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.real;
import static org.limbeck.migration.Words.smallint;
import static org.limbeck.migration.Words.text;
import static org.limbeck.migration.Words.time;
import static org.limbeck.migration.Words.timestamp;
import static org.limbeck.migration.Words.timestampTz;
import static org.limbeck.migration.Words.tinyint;
import static org.limbeck.migration.Words.type;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.uuid;
import static org.limbeck.migration.Words.varbinary;
import static org.limbeck.migration.Words.varchar;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Live;
import org.limbeck.operation.CreateTable;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;
import org.limbeck.schema.TypeKind;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What is created is read back as the same table. */
class H2RoundTripTest {
    private TestDatabase database;
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create(DatabaseKind.H2);
        live = Live.on(database, new H2Provider());
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    private void same(String name, TablePart... parts) throws SQLException {
        CreateTable create =
                (CreateTable) Live.record(op -> op.createTable(name, parts)).get(0);
        live.execute(java.util.List.of(create));
        Table normal = live.dialect().normalise(create.table());
        assertThat(live.normal(name)).isEqualTo(normal);
        assertThat(live.dialect().normalise(live.schema().table(normal.name()).orElseThrow()))
                .as("the whole schema shows the same table")
                .isEqualTo(normal);
        assertThat(live.dialect().normalise(normal))
                .as("a normal form is its own")
                .isEqualTo(normal);
    }

    @Test
    void everyType() throws SQLException {
        same(
                "t",
                column("bo", bool()),
                column("ti", tinyint()),
                column("sm", smallint()),
                column("in", integer()),
                column("bi", bigint()),
                column("de", decimal(10, 2)),
                column("df", DataType.of(TypeKind.DECIMAL)),
                column("d5", DataType.of(TypeKind.DECIMAL, 5)),
                column("re", real()),
                column("do", doublePrecision()),
                column("ch", character(5)),
                column("vc", varchar(20)),
                column("vu", DataType.of(TypeKind.VARCHAR)),
                column("te", text()),
                column("lt", longText()),
                column("bn", fixedBinary(16)),
                column("vb", varbinary(20)),
                column("bl", binary()),
                column("da", date()),
                column("tm", time()),
                column("t3", time(3)),
                column("ts", timestamp()),
                column("s0", timestamp(0)),
                column("tz", timestampTz()),
                column("z3", timestampTz(3)),
                column("uu", uuid()),
                column("js", json()),
                column("en", enumOf("mood", "happy", "it's", "a, b", "é😀")),
                column("ai", arrayOf(integer())),
                column("av", arrayOf(varchar(5))),
                column("ae", arrayOf(enumOf("m", "x", "y"))),
                column("aa", arrayOf(arrayOf(uuid()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VARCHAR_IGNORECASE(10)",
                "varchar(20)",
                "double",
                "float(10)",
                "numeric(8)",
                "NUMERIC",
                "DECFLOAT(10)",
                "INTERVAL DAY TO SECOND(3)",
                "GEOMETRY(POINT, 4326)",
                "TIME(3) WITH TIME ZONE",
                "INTEGER ARRAY[3]",
                "CHARACTER LARGE OBJECT(100)",
                "JAVA_OBJECT",
                "character varying (7)",
                "timestamp ( 6 )"
            })
    void aNativeType(String spelling) throws SQLException {
        same("t", column("c", type(spelling)));
    }

    @Test
    void typesForThisDatabase() throws SQLException {
        same(
                "t",
                column("c", type("citext").on("h2", "VARCHAR_IGNORECASE(10)")),
                column("d", text().on("h2", varchar(9))));
    }

    @Test
    void literalDefaults() throws SQLException {
        same(
                "t",
                column("a", varchar(20)).defaultTo("it's"),
                column("b", varchar(20)).defaultTo("é\n😀 \\ \""),
                column("c", integer()).defaultTo(-5),
                column("d", bigint()).defaultTo(3_000_000_000L),
                column("e", decimal(10, 2)).defaultTo(new BigDecimal("1.50")),
                column("f", doublePrecision()).defaultTo(1.0e10),
                column("g", bool()).defaultTo(true),
                column("h", date()).defaultTo(LocalDate.of(2026, 11, 20)),
                column("i", time(3)).defaultTo(LocalTime.of(9, 31, 0, 5_000_000)),
                column("j", timestamp()).defaultTo(LocalDateTime.of(2026, 11, 20, 9, 31)),
                column("k", timestampTz()).defaultTo(Instant.parse("2026-11-20T09:31:00.123456Z")),
                column("l", uuid()).defaultTo(new UUID(1, 2)),
                column("m", json()).defaultTo("{\"a\": [1, \"x y\"]}"),
                column("n", varbinary(9)).defaultTo(new byte[] {0, -1}),
                column("o", enumOf("mood", "a", "b")).defaultTo("b"),
                column("p", date()).defaultTo("2026-01-02"),
                column("q", timestamp()).defaultTo(Instant.parse("2026-11-20T09:31:00Z")),
                column("r", varchar(40)).defaultTo(new UUID(1, 2)),
                column("s", text()).defaultTo("x"),
                column("u", varchar(40)).defaultTo(""));
    }

    @Test
    void expressionDefaults() throws SQLException {
        same(
                "t",
                column("a", timestampTz()).defaultSql("current_timestamp"),
                column("b", timestamp()).defaultSql("NOW()"),
                column("c", date()).defaultSql("Current_Date"),
                column("d", uuid()).defaultSql("RANDOM_UUID()"),
                column("e", integer()).defaultSql("5"),
                column("f", integer()).defaultSql("nonsense()").defaultSqlOn("h2", "7"),
                column("g", varchar(9)).defaultSql("'x'"),
                column("h", integer()).defaultSql("null"));
    }

    @Test
    void identitiesAndSequences() throws SQLException {
        live.apply(op -> op.createSequence("numbers"));
        same("a", column("id", bigint()).autoIncrement(), primaryKey("id"));
        same("b", column("id", integer()).autoIncrementAlways());
        same("c", column("id", bigint()).withGeneration(new Generation.Identity(false, 100L, 5L)));
        same("d", column("id", bigint()).notNull().fromSequence("numbers"), primaryKey("id"));
    }

    @Test
    void computedColumns() throws SQLException {
        same(
                "t",
                column("a", integer()),
                column("b", integer()).storedAs("(a * 2) + 1"),
                column("c", varchar(20)).storedAs("nonsense").computedOn("h2", "upper(d)"),
                column("d", varchar(20)).defaultTo("x").option("h2", "on update 'y' default on null"),
                column("e", timestamp())
                        .option("h2", "ON UPDATE CURRENT_TIMESTAMP")
                        .option("mysql", "nonsense"));
    }

    @Test
    void constraints() throws SQLException {
        same(
                "parent",
                column("id", bigint()).notNull(),
                column("a", integer()),
                column("b", varchar(9)),
                primaryKey("id"),
                unique("a", "b"),
                unique("b").nullsNotDistinct());
        same(
                "child",
                column("id", bigint()),
                column("p", bigint()),
                column("a", integer()),
                column("b", varchar(9)),
                column("up", bigint()),
                primaryKey("id"),
                foreignKey("p").references("parent", "id").onDelete(ReferentialAction.CASCADE),
                foreignKey("a", "b")
                        .references("parent", "a", "b")
                        .onUpdate(ReferentialAction.SET_NULL)
                        .onDelete(ReferentialAction.RESTRICT)
                        .named("pair"),
                foreignKey("b").references("parent", "b").onDelete(ReferentialAction.SET_DEFAULT),
                foreignKey("up").references("child"),
                unique("b"));
    }

    @Test
    void checks() throws SQLException {
        same(
                "t",
                column("id", integer()),
                column("big", bigint()),
                column("d", decimal(10, 4)),
                column("n", varchar(20)),
                column("ok", bool()),
                check("id > 0").named("k1"),
                check("(big > 0 AND n is not null)").named("k2"),
                check("n like 'a%' or n <> '' and d >= 0").named("k3"),
                check("length(n) > 3").named("k4"),
                check("n in ('a','b','é')").named("k5"),
                check("id between 1 and 5").named("k6"),
                check("((id + big) * 2) > big - (id - 1)").named("k7"),
                check("case when id > 1 then true else ok end").named("k8"),
                check("id != 5").named("k9"),
                check("nonsense").on("h2", "id < 100").named("k10"),
                check("id < 9").notValid().named("k11"));
    }

    @Test
    void indexes() throws SQLException {
        same(
                "t",
                column("a", integer()),
                column("b", varchar(9)),
                column("c", integer()),
                index("a", "b"),
                index(desc("a"), IndexMember.column("b").nullsLast()).named("i2"),
                index(desc("a").nullsFirst()).named("i3"),
                index("b").unique(),
                index("c").unique().nullsNotDistinct(),
                index("a").unique().include("b", "c").named("i6"),
                index("c").using("hash").named("i7"),
                index("c", "a").using("BTREE").named("i8"),
                Index.of(java.util.List.of(IndexMember.column("b").nullsFirst()))
                        .named("i9"));
    }

    @Test
    void commentsAndOptions() throws SQLException {
        same(
                "t",
                column("a", integer()).comment("it's\n\"é\" 😀").notNull(),
                comment("a table's comment"),
                org.limbeck.migration.Words.option("mysql", "ENGINE=InnoDB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "SELECT",
                "Mixed Case",
                "a\"b",
                "a.b",
                "it's",
                "back`tick",
                "new\nline",
                "é😀",
                " blank ",
                "a--b",
                "/*x*/",
                "sixty-four characters sixty-four characters sixty-four character",
                "$$",
                "UPPER",
                "1st"
            })
    void nastyNames(String name) throws SQLException {
        String table = '"' + name.replace("\"", "\"\"") + '"';
        same(
                table,
                Column.of(name, bigint()).notNull(),
                column("other", varchar(9)),
                primaryKey(name).named(name + "1"),
                unique("other").named(name + "2"),
                check(live.dialect().identifier(name) + " > 0").named(name + "3"),
                foreignKey(name).references(table, name).named(name + "4"),
                index("other", name).named(name + "5"));
    }

    @Test
    void aTableOfAnotherSchema() throws SQLException {
        live.execute("create schema \"Other One\"");
        same("parent", column("id", bigint()), primaryKey("id"));
        CreateTable create = (CreateTable) Live.record(op -> op.createTable(
                        "Other One.t",
                        column("id", bigint()).autoIncrement(),
                        column("p", bigint()),
                        primaryKey("id"),
                        foreignKey("p").references("PUBLIC.parent", "id"),
                        foreignKey("id").references("Other One.t", "id"),
                        index("p")))
                .get(0);
        live.execute(java.util.List.of(create));
        Table read = live.table("Other One.t");
        assertThat(read.name()).isEqualTo(new QualifiedName("Other One", "t"));
        assertThat(read.foreignKeys())
                .extracting(k -> k.references().toString())
                .containsExactlyInAnyOrder("parent", "Other One.t");
        assertThat(read.indexes()).extracting(Index::name).containsExactly("ix_t_p");
        Schema other = live.dialect().reflector().schema(live.connection(), "Other One");
        assertThat(other.tables().values()).containsExactly(read);
    }
}
