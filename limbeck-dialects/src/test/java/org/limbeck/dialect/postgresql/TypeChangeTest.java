package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.dialect.Live;
import org.limbeck.operation.Operation;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.TestDatabase;

/** Changes of type: values are converted, kept or refused, never cut in silence. */
class TypeChangeTest {

    /** A change from one type to another, of one value, with a default. */
    private record Change(DataType from, String value, DataType to, String result) {}

    private static final List<Change> CHANGES = List.of(
            new Change(varchar(5), "'abc'", varchar(20), "abc"),
            new Change(varchar(20), "'abc'", varchar(5), "abc"),
            new Change(varchar(20), "'abc'", text(), "abc"),
            new Change(integer(), "5", bigint(), "5"),
            new Change(bigint(), "5", smallint(), "5"),
            new Change(integer(), "5", decimal(10, 2), "5.00"),
            new Change(decimal(10, 2), "5", integer(), "5"),
            new Change(decimal(10, 2), "1.5", decimal(8, 1), "1.5"),
            new Change(text(), "'5'", integer(), "5"),
            new Change(integer(), "5", varchar(3), "5"),
            new Change(bool(), "true", integer(), "1"),
            new Change(bool(), "true", bigint(), "1"),
            new Change(integer(), "1", bool(), "true"),
            new Change(smallint(), "0", bool(), "false"),
            new Change(text(), "'2026-01-01'", date(), "2026-01-01"),
            new Change(text(), "'2026-01-01'", timestamp(0), "2026-01-01 00:00:00"),
            new Change(date(), "'2026-01-01'", timestamp(), "2026-01-01 00:00:00"),
            new Change(timestamp(), "'2026-01-01'", date(), "2026-01-01"),
            new Change(timestamp(), "'2026-01-01 00:00:01'", timestamp(0), "2026-01-01 00:00:01"),
            new Change(type("json"), "'{\"a\": 1}'", json(), "{\"a\": 1}"),
            new Change(text(), "'glad'", enumOf("mood"), "glad"),
            new Change(enumOf("mood"), "'glad'", enumOf("other_mood"), "glad"),
            new Change(enumOf("mood"), "'glad'", varchar(10), "glad"),
            new Change(
                    text(), "'123e4567-e89b-12d3-a456-426614174000'", uuid(), "123e4567-e89b-12d3-a456-426614174000"),
            new Change(arrayOf(integer()), "'{1,2}'", arrayOf(bigint()), "{1,2}"),
            new Change(arrayOf(text()), "'{1,2}'", arrayOf(integer()), "{1,2}"),
            new Change(real(), "1.5", doublePrecision(), "1.5"),
            new Change(doublePrecision(), "1.5", decimal(5, 2), "1.50"));

    @OnPostgresql
    void convertsValueAndDefault(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(op -> {
                op.createEnum("mood", "sad", "glad");
                op.createEnum("other_mood", "glad", "sad", "so-so");
            });
            for (Change change : CHANGES) {
                live.apply(op -> op.createTable("t", column("c", change.from()).defaultSql(change.value())));
                live.execute("INSERT INTO t VALUES (" + change.value() + "), (NULL)");
                Table before = live.table("t");
                List<Operation> operations = Live.record(op -> op.setType("t", "c", change.to()));
                live.execute(operations);
                Table expected = operations
                        .get(0)
                        .evolve(org.limbeck.schema.Schema.of(List.of(before)))
                        .table(before.name())
                        .orElseThrow();
                assertThat(live.normal("t"))
                        .as(change.toString())
                        .isEqualTo(live.dialect().normalise(expected));
                live.execute("INSERT INTO t DEFAULT VALUES");
                assertThat(live.texts("SELECT DISTINCT c::text FROM t WHERE c IS NOT NULL"))
                        .as(change.toString())
                        .containsExactly(change.result());
                live.apply(op -> op.dropTable("t"));
            }
        }
    }

    private static final List<Change> LOSSES = List.of(
            new Change(varchar(20), "'abcdef'", varchar(5), ""),
            new Change(varchar(20), "'abc       '", varchar(5), ""),
            new Change(text(), "'abcdef'", character(3), ""),
            new Change(bigint(), "5000000000", integer(), ""),
            new Change(decimal(10, 2), "1.5", integer(), ""),
            new Change(decimal(10, 2), "1.55", decimal(10, 1), ""),
            new Change(decimal(10, 2), "12345.00", decimal(4, 2), ""),
            new Change(doublePrecision(), "1.55", decimal(10, 1), ""),
            new Change(doublePrecision(), "0.123456789012", real(), ""),
            new Change(bigint(), "9007199254740993", doublePrecision(), ""),
            new Change(timestamp(), "'2026-01-01 00:00:00.5'", timestamp(0), ""),
            new Change(timestamp(), "'2026-01-01 10:00:00'", date(), ""),
            new Change(timestamp(), "'2026-01-01 10:00:00'", time(), ""),
            new Change(timestampTz(), "'2026-01-01 10:00:00.123Z'", timestampTz(0), ""),
            new Change(time(), "'10:00:00.5'", time(0), ""),
            new Change(text(), "'1.55'", decimal(10, 1), ""),
            new Change(text(), "'2026-01-01 10:00:00'", date(), ""),
            new Change(text(), "'x'", integer(), ""),
            new Change(integer(), "5", bool(), ""));

    @OnPostgresql
    void refusesWhatWouldBeLost(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            for (Change change : LOSSES) {
                live.apply(op -> op.createTable("t", column("c", change.from())));
                live.execute("INSERT INTO t VALUES (" + change.value() + ")");
                Table before = live.table("t");
                List<String> values = live.texts("SELECT c::text FROM t");
                assertThat(catchThrowable(() -> live.apply(op -> op.setType("t", "c", change.to()))))
                        .as(change.toString())
                        .isInstanceOf(SQLException.class);
                assertThat(live.table("t")).isEqualTo(before);
                assertThat(live.texts("SELECT c::text FROM t")).isEqualTo(values);
                live.apply(op -> op.dropTable("t"));
            }
        }
    }

    @OnPostgresql
    void cutsWhenToldTo(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(op -> {
                op.createTable(
                        "t",
                        column("a", decimal(10, 2)),
                        column("b", varchar(10)).collate("C"));
                op.insert("t", row("a", 1.55, "b", "abcdef"));
                op.setType("t", "a", decimal(10, 1)).truncating();
                op.setType("t", "b", varchar(3)).using("left(b, 3)");
            });
            assertThat(live.texts("SELECT a, b FROM t")).containsExactly("1.6|abc");
            assertThat(live.table("t").column("b").orElseThrow().collation()).isEqualTo("C");
        }
    }

    @OnPostgresql
    void truncatesTextWhenToldTo(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(op -> {
                op.createTable("t", column("b", varchar(10)));
                op.insert("t", row("b", "abcdef"));
                op.setType("t", "b", varchar(3)).truncating();
            });
            assertThat(live.texts("SELECT b FROM t")).containsExactly("abc");
        }
    }
}
