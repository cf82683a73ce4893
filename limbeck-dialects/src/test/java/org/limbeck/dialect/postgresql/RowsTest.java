package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.limbeck.dialect.Live;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.TestDatabase;

/** Rows arrive as they were given, and the numbers that columns hand out go on behind explicit ones. */
class RowsTest {

    @OnPostgresql
    void everyKindOfValue(TestDatabase database) throws SQLException {
        String odd = "it's \\n \"odd\"\n\t$$ \uD83D\uDE00 ; -- x";
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(op -> {
                op.createTable(
                        "t",
                        column("b", bool()),
                        column("n", integer()),
                        column("l", bigint()),
                        column("d", decimal(12, 3)),
                        column("f", doublePrecision()),
                        column("s", text()),
                        column("bytes", binary()),
                        column("day", date()),
                        column("at", time(3)),
                        column("ts", timestamp()),
                        column("tz", timestampTz()),
                        column("u", uuid()),
                        column("j", json()),
                        column("flag", smallint()));
                op.insert(
                        "t",
                        row(
                                "b",
                                true,
                                "n",
                                -7,
                                "l",
                                Long.MIN_VALUE,
                                "d",
                                new BigDecimal("1E+3"),
                                "f",
                                1.5e-7,
                                "s",
                                odd,
                                "bytes",
                                new byte[] {0, 1, (byte) 0xfe},
                                "day",
                                LocalDate.of(2026, 2, 28),
                                "at",
                                LocalTime.of(9, 31),
                                "ts",
                                LocalDateTime.of(2026, 11, 20, 9, 31, 5, 123_456_000),
                                "tz",
                                OffsetDateTime.parse("2026-11-20T09:31:00+05:30"),
                                "u",
                                UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                                "j",
                                "{\"a\": \"it's\"}",
                                "flag",
                                true));
                op.insert("t", row("ts", Instant.parse("2026-11-20T09:31:00Z"), "s", null));
            });
            live.execute("SET TimeZone = 'UTC'", "SET bytea_output = 'hex'");
            assertThat(live.texts("SELECT b, n, l, d, f, bytes::text, day, at, ts::text, tz::text, u, j, flag FROM t"
                            + " WHERE s IS NOT NULL"))
                    .containsExactly("true|-7|-9223372036854775808|1000.000|1.5E-7|\\x0001fe|2026-02-28|09:31:00|"
                            + "2026-11-20 09:31:05.123456|2026-11-20 04:01:00+00|"
                            + "123e4567-e89b-12d3-a456-426614174000|{\"a\": \"it's\"}|1");
            assertThat(live.rows("SELECT s FROM t WHERE s IS NOT NULL")).containsExactly(List.of(odd));
            assertThat(live.texts("SELECT ts::text FROM t WHERE s IS NULL")).containsExactly("2026-11-20 09:31:00");
            assertThatThrownBy(() -> live.apply(op -> op.insert("t", row("s", "a\0b"))))
                    .isInstanceOf(LimbeckException.class)
                    .hasMessageContaining("NUL");
        }
    }

    @OnPostgresql
    void explicitKeysMoveTheSequencePastThem(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.execute("CREATE TABLE \"S x\" (id serial PRIMARY KEY, v text)");
            live.apply(op -> {
                op.createSequence("s");
                op.createTable(
                        "always", column("id", bigint()).autoIncrementAlways(), column("v", text()), primaryKey("id"));
                op.createTable("usual", column("Id", integer()).autoIncrement(), column("v", text()));
                op.createTable("shared", column("id", bigint()).fromSequence("s"), column("v", text()));
                op.insert("always", row("id", 40, "v", "x"));
                op.insert("usual", row("Id", 50, "v", "x"), row("Id", 7, "v", "y"));
                op.insert("shared", row("id", 60, "v", "x"));
                op.insert("S x", row("id", 70, "v", "x"));
            });
            // A lower key must not bring the sequence back.
            live.apply(op -> {
                op.delete("usual", allRows());
                op.insert("usual", row("Id", 3, "v", "z"));
                op.upsert("always", List.of("id"), row("v", "by itself"));
                op.insert("usual", row("v", "w"));
                op.insert("shared", row("v", "w"));
                op.insert("S x", row("v", "w"));
            });
            assertThat(live.texts("SELECT max(id) FROM always")).containsExactly("41");
            assertThat(live.texts("SELECT max(\"Id\") FROM usual")).containsExactly("51");
            assertThat(live.texts("SELECT max(id) FROM shared")).containsExactly("61");
            assertThat(live.texts("SELECT max(id) FROM \"S x\"")).containsExactly("71");
        }
    }

    @OnPostgresql
    void upsertsUpdateWhatIsThere(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(op -> {
                op.createTable("t", column("k", varchar(5)), column("v", text()), column("w", text()), primaryKey("k"));
                op.insert("t", row("k", "a", "v", "1", "w", "kept"));
                op.upsert(
                        "t",
                        List.of("k"),
                        row("k", "a", "v", "2"),
                        row("k", "b", "v", "3"),
                        row("v", "4", "k", "c"),
                        row("k", "d"),
                        row("k", "a"));
            });
            assertThat(live.texts("SELECT k, v, w FROM t ORDER BY k"))
                    .containsExactly("a|2|kept", "b|3|null", "c|4|null", "d|null|null");
        }
    }

    @OnPostgresql
    void updatesDeletesExpressionsAndLookups(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            live.apply(op -> {
                op.createTable("role", column("id", integer()).autoIncrement(), column("name", text()));
                op.createTable("person", column("role", integer()), column("name", text()), column("n", integer()));
                op.insert("role", row("name", "guest"), row("name", "it's me"));
                op.insert(
                        "person",
                        row("role", lookup("role", "id", row("name", "it's me")), "name", sqlValue("upper('a')")));
                op.insert("person", row("name", "B"), row("name", null));
                op.update("person", row("n", 5), where("role", null));
                op.update("person", row("n", sqlValue("role + 1")), where("role IS NOT NULL"));
                op.delete("person", where("name", null));
            });
            assertThat(live.texts("SELECT role, name, n FROM person ORDER BY name"))
                    .containsExactly("2|A|3", "null|B|5");
        }
    }
}
