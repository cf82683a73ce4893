package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.allRows;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.binary;
import static org.limbeck.migration.Words.bool;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.date;
import static org.limbeck.migration.Words.decimal;
import static org.limbeck.migration.Words.doublePrecision;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.json;
import static org.limbeck.migration.Words.longText;
import static org.limbeck.migration.Words.lookup;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;
import static org.limbeck.migration.Words.sqlValue;
import static org.limbeck.migration.Words.time;
import static org.limbeck.migration.Words.timestamp;
import static org.limbeck.migration.Words.timestampTz;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.uuid;
import static org.limbeck.migration.Words.varchar;
import static org.limbeck.migration.Words.where;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.limbeck.dialect.Live;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Rows arrive as they were written, by the type of their column. */
class MySqlRowsTest {
    private static final UUID ID = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void valuesOfAllTypesArrive(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.execute("SET SESSION time_zone = '+03:00'");
            live.apply(op -> {
                op.createTable(
                        "v",
                        column("id", integer()),
                        column("s", longText()),
                        column("b", bool()),
                        column("u", uuid()),
                        column("u2", uuid()),
                        column("x", binary()),
                        column("d", date()),
                        column("t", time()),
                        column("ts", timestamp()),
                        column("tz", timestampTz()),
                        column("plain", timestamp()),
                        column("j", json()),
                        column("n", decimal(20, 5)),
                        column("f", doublePrecision()),
                        primaryKey("id"));
                op.insert(
                        "v",
                        row(
                                "id",
                                1,
                                "s",
                                "it's \\ \"q\" `b`\n\r\t%_ ☃ 😀",
                                "b",
                                true,
                                "u",
                                ID,
                                "u2",
                                ID.toString(),
                                "x",
                                new byte[] {0, 1, -1, 39, 92},
                                "d",
                                LocalDate.of(2026, 11, 20),
                                "t",
                                LocalTime.of(9, 31, 5, 250_000_000),
                                "ts",
                                LocalDateTime.of(2026, 11, 20, 9, 31, 0, 123_456_000),
                                "tz",
                                Instant.parse("2026-11-20T09:31:00.5Z"),
                                "plain",
                                Instant.parse("2026-11-20T09:31:00.5Z"),
                                "j",
                                "{\"a\": \"it's \\\"\"}",
                                "n",
                                new BigDecimal("123456789012345.12345"),
                                "f",
                                1.5e300),
                        row("id", 2, "s", null));
            });
            assertThat(live.rows("SELECT s FROM v WHERE id = 1").get(0).get(0))
                    .isEqualTo("it's \\ \"q\" `b`\n\r\t%_ ☃ 😀");
            assertThat(live.texts("SELECT b + 0, HEX(x), CAST(d AS char), CAST(t AS char), CAST(ts AS char),"
                            + " CAST(n AS char), f FROM v WHERE id = 1"))
                    .containsExactly(
                            "1|0001FF275C|2026-11-20|09:31:05.250000|2026-11-20 09:31:00.123456|123456789012345.12345|1.5E300");
            assertThat(live.texts("SELECT UNIX_TIMESTAMP(tz) = 1795167060.5, CAST(plain AS char) FROM v WHERE id = 1"))
                    .as("an instant in a timestamp column is that instant, elsewhere its time in UTC")
                    .containsExactly("1|2026-11-20 09:31:00.500000");
            assertThat(live.texts("SELECT JSON_UNQUOTE(JSON_EXTRACT(j, '$.a')) FROM v WHERE id = 1"))
                    .containsExactly("it's \"");
            assertThat(live.texts("SELECT u = u2, id FROM v WHERE u = "
                            + live.dialect().literal(ID, uuid())))
                    .containsExactly("1|1");
            assertThat(live.texts("SELECT s IS NULL FROM v WHERE id = 2")).containsExactly("1");
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void rowsAreInsertedUpdatedDeletedAndLookedUp(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.apply(op -> {
                op.createTable(
                        "role",
                        column("id", bigint()).autoIncrement(),
                        column("name", varchar(20)).notNull(),
                        column("parent", bigint()),
                        primaryKey("id"));
                op.insert("role", row("name", "admin"), row("id", 50, "name", "fixed"), row("name", "next"));
                op.insert("role", row("name", "child", "parent", lookup("role", "id", row("name", "admin"))));
                op.update("role", row("parent", lookup("role", "id", row("name", "fixed"))), where("name", "next"));
                op.update("role", row("name", sqlValue("upper(name)")), where("id > 50"));
                op.delete("role", where("name", "fixed", "parent", null));
            });
            assertThat(live.texts("SELECT id, name, parent FROM role ORDER BY id"))
                    .containsExactly("1|admin|null", "51|NEXT|50", "52|CHILD|1");
            live.apply(op -> op.delete("role", allRows()));
            assertThat(live.rows("SELECT * FROM role")).isEmpty();
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void upsertGoesByTheKeyThatIsMeantAndNoOther(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            live.apply(op -> {
                op.createTable("one", column("k", varchar(9)), column("v", integer()), primaryKey("k"));
                op.createTable(
                        "two",
                        column("k", varchar(9)),
                        column("v", integer()),
                        column("w", integer()),
                        primaryKey("k"),
                        unique("v"));
                op.insert("one", row("k", "a", "v", 1));
                op.insert("two", row("k", "a", "v", 1), row("k", "b", "v", 2));
            });
            live.apply(op -> {
                op.upsert("one", List.of("k"), row("k", "a", "v", 10), row("k", "b", "v", 20), row("k", "c"));
                op.upsert("two", List.of("k"), row("k", "a", "v", 5), row("k", "c", "v", 7));
                op.upsert("one", List.of("k"), row("k", "c"), row("k", "d"));
            });
            assertThat(live.texts("SELECT k, v FROM one ORDER BY k"))
                    .containsExactly("a|10", "b|20", "c|null", "d|null");
            assertThat(live.texts("SELECT k, v FROM two ORDER BY k")).containsExactly("a|5", "b|2", "c|7");
            assertThatThrownBy(() -> live.apply(op -> op.upsert("two", List.of("k"), row("k", "d", "v", 2))))
                    .as("another key's row is not overwritten")
                    .isInstanceOf(SQLException.class);
        }
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void aNulCharacterIsRefused(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            assertThatThrownBy(() -> live.dialect().literal("a\0b", null)).hasMessageContaining("NUL");
        }
    }
}
