package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.asc;
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
import static org.limbeck.migration.Words.expression;
import static org.limbeck.migration.Words.fixedBinary;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.json;
import static org.limbeck.migration.Words.longText;
import static org.limbeck.migration.Words.option;
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
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Live;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;
import org.limbeck.schema.TypeKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Tables come back from the catalogue as they were created. */
class MySqlRoundTripTest {

    private static void assertRoundTrip(Live live, String name, TablePart... parts) throws SQLException {
        Operation create = Live.record(op -> op.createTable(name, parts)).get(0);
        live.execute(java.util.List.of(create));
        Table defined = ((CreateTable) create).table();
        Servers.assertSame(live.normal(name), live.dialect().normalise(defined));
        Table whole = live.schema().table(defined.name()).orElseThrow();
        assertThat(whole).as("the whole schema gives the same table").isEqualTo(live.table(name));
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void everyTypeComesBack(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            assertRoundTrip(
                    live,
                    "types",
                    column("a", bool()),
                    column("b", tinyint()),
                    column("c", smallint()),
                    column("d", integer()),
                    column("e", bigint()),
                    column("f", decimal(12, 3)),
                    column("f0", DataType.of(TypeKind.DECIMAL)),
                    column("g", real()),
                    column("h", doublePrecision()),
                    column("i", character(7)),
                    column("i0", DataType.of(TypeKind.CHAR)),
                    column("j", varchar(40)),
                    column("k", text()),
                    column("l", longText()),
                    column("m", fixedBinary(8)),
                    column("n", varbinary(90)),
                    column("o", binary()),
                    column("p", date()),
                    column("q", time()),
                    column("q3", time(3)),
                    column("r", timestamp()),
                    column("r0", timestamp(0)),
                    column("r3", timestamp(3)),
                    column("s", timestampTz()),
                    column("s0", timestampTz(0)),
                    column("t", uuid()),
                    column("u", json()),
                    column("v", enumOf("mood", "it's", "b\\c", "ok")),
                    column("w", type("int unsigned")),
                    column("w2", type("INT(10) UNSIGNED ZEROFILL")),
                    column("w3", type("mediumint(9)")),
                    column("x", type("set('a','b')")),
                    column("y", type("year")),
                    column("z", type("geometry")),
                    column("aa", type("Numeric(10,2)")),
                    column("ab", type("bit(3)")),
                    column("ac", type("mediumtext")),
                    column("ad", type("double(10,2)").on("mysql", "double")),
                    column("ae", text().on("mysql", type("tinytext")).on("mariadb", "tinyblob")));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void defaultsComeBack(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            assertRoundTrip(
                    live,
                    "defaults",
                    column("a", integer()).notNull().defaultTo(5),
                    column("a2", integer()).defaultSql("1 + 2"),
                    column("a3", integer()).defaultTo(-7),
                    column("b", bool()).notNull().defaultTo(true),
                    column("b2", bool()).defaultTo(false),
                    column("c", varchar(60)).notNull().defaultTo("it's a \\ \"quoted\"\nline ☃"),
                    column("c2", varchar(10)).defaultTo(""),
                    column("c3", varchar(10)).defaultTo("NULL"),
                    column("d", decimal(10, 2)).defaultTo(new BigDecimal("1.5")),
                    column("d2", doublePrecision()).defaultTo(2.5),
                    column("e", timestamp()).notNull().defaultSql("CURRENT_TIMESTAMP"),
                    column("e2", timestamp(3)).defaultSql("now()"),
                    column("e3", timestampTz(0)).notNull().defaultSql("current_timestamp"),
                    column("e4", timestamp()).defaultTo(LocalDateTime.of(2026, 11, 20, 9, 31, 0, 500_000_000)),
                    column("e5", timestamp(0)).defaultTo(LocalDateTime.of(2026, 11, 20, 9, 31)),
                    column("f", date()).defaultTo(LocalDate.of(2026, 11, 20)),
                    column("f2", date()).defaultSql("(current_date)"),
                    column("f3", time()).defaultTo(LocalTime.of(9, 31)),
                    column("g", text()).defaultTo("long 'text' \\"),
                    column("g2", longText()).defaultSql("concat('a', 'b''c')"),
                    column("h", json()).defaultSql("json_array()"),
                    column("i", uuid()).defaultTo(UUID.fromString("550e8400-e29b-41d4-a716-446655440000")),
                    column("j", varbinary(10)).defaultTo(new byte[] {0, -1, 39, 92}),
                    column("j2", binary()).defaultTo(new byte[] {1, 2}),
                    column("k", enumOf("mood", "sad", "ok")).notNull().defaultTo("ok"),
                    column("l", varchar(40)).defaultSql("uuid()"),
                    column("m", type("int unsigned")).defaultTo(3),
                    column("n", type("bit(3)")).defaultSql("b'101'"));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void columnsComeBackWithEverything(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            assertRoundTrip(
                    live,
                    "columns",
                    column("id", bigint()).autoIncrement().comment("the 'key'"),
                    column("a", integer()).comment("x"),
                    column("b", integer()).storedAs("a + 1"),
                    column("c", integer()).virtualAs("(a * 2) + abs(a)").comment("twice"),
                    column("d", varchar(20)).virtualAs("concat(e, 'it''s')"),
                    column("e", varchar(20)).collate("utf8mb4_bin"),
                    column("f", timestamp()).defaultSql("now()").option("mysql", "ON UPDATE now(6)"),
                    column("g", integer()).option("mysql", "INVISIBLE"),
                    column("h", timestampTz(0)).option("mysql", "INVISIBLE ON UPDATE CURRENT_TIMESTAMP"),
                    primaryKey("id"),
                    comment("a table's comment"));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void constraintsComeBack(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.apply(op -> op.createTable(
                    "parent",
                    column("id", bigint()).autoIncrement(),
                    column("a", integer()).notNull(),
                    column("b", integer()).notNull(),
                    primaryKey("id"),
                    unique("a", "b")));
            assertRoundTrip(
                    live,
                    "child",
                    column("id", integer()),
                    column("parent_id", bigint()),
                    column("x", integer()),
                    column("y", integer()),
                    column("self", integer()),
                    column("t", varchar(30)),
                    primaryKey("id"),
                    unique("t"),
                    unique("x", "t"),
                    foreignKey("parent_id")
                            .references("parent", "id")
                            .onDelete(ReferentialAction.CASCADE)
                            .onUpdate(ReferentialAction.RESTRICT),
                    foreignKey("x", "y").references("parent", "a", "b"),
                    foreignKey("self").references("child").onDelete(ReferentialAction.SET_NULL),
                    check("y > 0 AND (t <> 'it''s' OR t IS NULL)"),
                    check("t in ('a', 'b') or not t like 'x%'"),
                    check("y between 1 and 1000 and y <> -5 and y % 2 = 1"),
                    check("case when y > 3 then 1 else 0 end = 1 or length(t) >= 2 + 3 * 4"),
                    check("not (y > 12)"),
                    check("t regexp '^a' or lower(t) = t or y not in (3, 4)"),
                    check("(y & 1) = 1 xor y != 7"));
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void indexesComeBack(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            assertRoundTrip(
                    live,
                    "indexed",
                    column("id", integer()),
                    column("a", integer()),
                    column("b", varchar(50)),
                    column("c", text()),
                    column("d", type("point")).notNull(),
                    primaryKey("id"),
                    index("a"),
                    index("a", "b").unique(),
                    index(desc("a"), asc("b")).named("ix_desc"),
                    index(asc("c").prefix(20), asc("a")).named("ix_prefix"),
                    index(asc("b").prefix(5)).unique().named("uq_prefix"),
                    index("c").using("FULLTEXT").named("ix_text"),
                    index("d").using("spatial").named("ix_place"),
                    index("b", "a").option("mysql", "COMMENT 'it''s'").named("ix_comment"));
            if (live.dialect().supports(Feature.EXPRESSION_INDEXES)) {
                assertRoundTrip(
                        live,
                        "expressions",
                        column("a", integer()),
                        column("b", varchar(50)),
                        index(expression("a + 1"), asc("b")).named("ix_sum"),
                        index(expression("lower(b)").desc()).unique().named("ix_lower"),
                        index("a").option("mysql", "INVISIBLE").named("ix_hidden"));
            }
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void tableOptionsComeBackWhenTheyAreNotUsual(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            assertRoundTrip(
                    live, "usual", column("a", integer()), option("mysql", "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"));
            assertThat(live.table("usual").options()).isEmpty();
            assertRoundTrip(
                    live,
                    "other",
                    column("a", varchar(10)),
                    column("b", varchar(10)).collate("utf8mb4_bin"),
                    option("mysql", "ENGINE=MyISAM CHARACTER SET latin1 ROW_FORMAT=FIXED"));
            assertRoundTrip(
                    live,
                    "packed",
                    column("a", varchar(10)),
                    option("mysql", "COLLATE utf8mb4_bin, ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8"));
        }
    }
}
