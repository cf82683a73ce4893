package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.TestDatabase;

/** A table that was created is read back as it was defined, by the narrow and the wide form alike. */
class RoundTripTest {

    private static void holds(TestDatabase database, Block block) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            List<Operation> operations = Live.record(block);
            live.execute(operations);
            Schema schema = live.schema();
            for (Operation operation : operations) {
                if (operation instanceof CreateTable create) {
                    Table defined = create.table();
                    Table expected = live.dialect().normalise(defined);
                    assertThat(live.normal(defined.name().toString())).isEqualTo(expected);
                    assertThat(live.dialect()
                                    .normalise(schema.table(defined.name()).orElseThrow()))
                            .isEqualTo(expected);
                    assertThat(live.dialect().normalise(expected)).isEqualTo(expected);
                }
            }
            assertThat(schema.unknowns()).isEmpty();
        }
    }

    @OnPostgresql
    void everyType(TestDatabase database) throws SQLException {
        holds(database, op -> {
            op.createEnum("mood", "sad", "so-so", "it's ok");
            op.createTable(
                    "t",
                    column("c1", bool()),
                    column("c2", tinyint()),
                    column("c3", smallint()),
                    column("c4", integer()).notNull(),
                    column("c5", bigint()),
                    column("c6", decimal(12, 3)),
                    column("c7", real()),
                    column("c8", doublePrecision()),
                    column("c9", character(3)),
                    column("c10", varchar(30)),
                    column("c11", text()),
                    column("c12", longText()),
                    column("c13", binary()),
                    column("c14", varbinary(10)),
                    column("c15", fixedBinary(16)),
                    column("c16", date()),
                    column("c17", time()),
                    column("c18", time(3)),
                    column("c19", timestamp()),
                    column("c20", timestamp(6)),
                    column("c21", timestamp(0)),
                    column("c22", timestampTz()),
                    column("c23", timestampTz(3)),
                    column("c24", uuid()),
                    column("c25", json()),
                    column("c26", enumOf("mood", "sad", "so-so", "it's ok")),
                    column("c27", arrayOf(integer())),
                    column("c28", arrayOf(arrayOf(varchar(5)))),
                    column("c29", arrayOf(enumOf("mood"))),
                    column("c30", type("json")),
                    column("c31", type("INT4")),
                    column("c32", type("numeric")),
                    column("c33", type("numeric( 5 )")),
                    column("c34", type("Character Varying(7)")),
                    column("c35", type("interval")),
                    column("c36", type("inet")),
                    column("c37", type("bit varying(4)")),
                    column("c38", type("TIMESTAMP(3) WITH TIME ZONE")),
                    column("c39", type("time with time zone")),
                    column("c40", type("int4range")),
                    column("c41", type("varchar")),
                    column("c42", type("tsvector")),
                    column("c43", integer().on("postgresql", "bigint")),
                    column("c44", type("text[]")),
                    column("c45", type("char")),
                    column("c46", type("serial")));
        });
    }

    @OnPostgresql
    void everyDefault(TestDatabase database) throws SQLException {
        holds(database, op -> {
            op.createEnum("mood", "sad", "glad");
            op.createSequence("numbers");
            op.createTable(
                    "t",
                    column("c1", bool()).defaultTo(true),
                    column("c2", integer()).defaultTo(5),
                    column("c3", integer()).defaultTo(-5),
                    column("c4", bigint()).defaultTo(12345678901L),
                    column("c5", decimal(10, 2)).defaultTo(new BigDecimal("1.50")),
                    column("c6", decimal(10, 2)).defaultTo(7),
                    column("c7", doublePrecision()).defaultTo(0.1),
                    column("c8", doublePrecision()).defaultTo(1e20),
                    column("c9", varchar(20)).defaultTo("it's \\ \"new\"\n\uD83D\uDE00"),
                    column("c10", varchar(20)).defaultTo(5),
                    column("c11", text()).defaultTo(""),
                    column("c12", character(3)).defaultTo("ab"),
                    column("c13", date()).defaultTo(LocalDate.of(2026, 11, 20)),
                    column("c14", time()).defaultTo(LocalTime.of(9, 31, 5, 120_000_000)),
                    column("c15", timestamp()).defaultTo(LocalDateTime.of(2026, 11, 20, 9, 31)),
                    column("c16", timestampTz()).defaultTo(Instant.parse("2026-11-20T09:31:00.5Z")),
                    column("c17", timestamp()).defaultTo(Instant.parse("2026-11-20T09:31:00Z")),
                    column("c18", uuid()).defaultTo(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")),
                    column("c19", json()).defaultTo("{\"a\":1,\"b\":[1,2]}"),
                    column("c20", binary()).defaultTo(new byte[] {1, (byte) 0xff}),
                    column("c21", enumOf("mood")).defaultTo("glad"),
                    column("c22", arrayOf(integer())).defaultSql("'{}'"),
                    column("c23", timestampTz()).defaultSql("now()"),
                    column("c24", timestamp()).defaultSql("current_timestamp"),
                    column("c25", uuid()).defaultSql("gen_random_uuid()"),
                    column("c26", integer()).defaultSql("1 + 2*3"),
                    column("c27", varchar(5)).defaultSql("'x'::varchar"),
                    column("c28", integer()).defaultSql("(7)"),
                    column("c29", varchar(5)).defaultSql("NULL"),
                    column("c30", bigint()).fromSequence("numbers"),
                    column("c31", bigint()).defaultSql("nextval('numbers')"),
                    column("c32", smallint()).defaultTo((short) 3),
                    column("c33", text()).defaultSql("upper('a' || 'b')"),
                    column("c34", bool()).defaultSql("false"),
                    column("c35", real()).defaultTo(1.5f),
                    column("c36", bigint()).defaultTo(0),
                    column("c37", type("interval")).defaultTo("01:00:00"),
                    column("c38", integer()).defaultSql("nextval('numbers') * 10"));
        });
    }

    @OnPostgresql
    void generatedColumnsCommentsAndCollations(TestDatabase database) throws SQLException {
        holds(database, op -> {
            op.createTable(
                    "a",
                    column("id", bigint()).autoIncrement(),
                    column("first", varchar(20)).comment("what's \"first\""),
                    column("sum", integer()).storedAs("length(first) + 1"),
                    column("c", varchar(20)).collate("C"),
                    column("z", text()).option("postgresql", "compression PGLZ"),
                    comment("a table's comment"),
                    option("postgresql", "WITH (fillfactor = 70, autovacuum_enabled = false)"),
                    option("mysql", "ENGINE=InnoDB"),
                    primaryKey("id"));
            op.createTable(
                    "b",
                    column("id", integer()).autoIncrementAlways(),
                    column("c", text()).comment(""));
        });
    }

    @OnPostgresql
    void everyConstraint(TestDatabase database) throws SQLException {
        holds(database, op -> {
            op.createTable("parent", column("id", integer()), column("code", varchar(5)), primaryKey("id", "code"));
            op.createTable(
                    "child",
                    column("id", integer()),
                    column("up", integer()),
                    column("a", integer()),
                    column("b", varchar(5)),
                    column("during", type("int4range")),
                    primaryKey("id"),
                    foreignKey("up").references("child"),
                    foreignKey("a", "b")
                            .references("parent", "id", "code")
                            .onDelete(ReferentialAction.CASCADE)
                            .onUpdate(ReferentialAction.SET_NULL)
                            .match("full")
                            .deferrable(Deferrability.INITIALLY_DEFERRED),
                    unique("a", "b").deferrable(Deferrability.INITIALLY_IMMEDIATE),
                    unique("b").nullsNotDistinct(),
                    check("a > 0 and b in ('x', 'y')"),
                    exclude("gist", with("during", "&&")));
        });
    }

    @OnPostgresql
    void everyIndex(TestDatabase database) throws SQLException {
        holds(
                database,
                op -> op.createTable(
                        "t",
                        column("a", integer()),
                        column("b", varchar(20)),
                        column("c", text()).collate("C"),
                        column("j", json()),
                        index("a"),
                        index("b", "a").unique(),
                        index(desc("a"), asc("b").nullsFirst()),
                        index(desc("b").nullsLast()).using("BTREE").named("i4"),
                        index(expression("lower(b)"), asc("a")),
                        index(expression("(a + 1)")).where("b is not null and a > 3"),
                        index(asc("b").operatorClass("varchar_pattern_ops")).named("i7"),
                        index("c"),
                        index(asc("c").collate("C"), asc("a")),
                        index(asc("b").collate("C")).include("a").named("i10"),
                        index("j").using("gin"),
                        index(asc("j").operatorClass("jsonb_path_ops"))
                                .using("GIN")
                                .named("j_path"),
                        index("a").using("hash").named("h"),
                        index("a", "c").unique().nullsNotDistinct().option("postgresql", "WITH (fillfactor=50)")));
    }

    @OnPostgresql
    void checksInManyWords(TestDatabase database) throws SQLException {
        List<String> checks = List.of(
                "a IN ('x','y')",
                "b BETWEEN 1 AND 10 AND b <> 5 OR c IS NOT NULL",
                "length(trim(c)) > 0",
                "(a = 'x') = (b = 1)",
                "a LIKE 'q%'",
                "NOT (b IS NULL)",
                "b*2+1 > (b-3)*4",
                "a NOT IN ('z', 'w')",
                "c ~ '^a'",
                "coalesce(b, 0) > -1",
                "CASE WHEN b > 1 THEN true ELSE false END",
                "(b)::numeric > 1.5",
                "c ILIKE 'x' and a <> ''",
                "b = 1 or b = 2 or b = 3",
                "upper(a) = a",
                "b in (1,2)",
                "a = any(array['a','b'])",
                "b NOT BETWEEN 3 AND 4",
                "\"B x\" != 3",
                "(a is distinct from c)",
                "d > date '2020-01-01'",
                "char_length(a) >= 2 AND (char_length(a) <= 5)",
                "a || c <> 'no'",
                "b % 2 = 0",
                "not (b > 3 and b < 10)",
                "- b < 5",
                "(b > 0 AND b < 10) OR (b > 20 AND (b < 30 OR c = 'k'))");
        holds(
                database,
                op -> op.createTable(
                        "t",
                        column("a", varchar(10)),
                        column("b", integer()),
                        column("c", text()),
                        column("d", date()),
                        column("B x", integer()),
                        columns(checks.stream()
                                .map(c -> check(c).named("ck" + checks.indexOf(c)))
                                .toArray(org.limbeck.schema.TablePart[]::new))));
    }
}
