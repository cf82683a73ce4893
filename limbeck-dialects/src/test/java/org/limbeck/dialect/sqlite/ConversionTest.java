package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.limbeck.dialect.Live;
import org.limbeck.schema.DataType;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Changes of types: what fits is converted, what does not stops before anything is changed, unless it is to be cut. */
final class ConversionTest {
    private final TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        live = Live.on(database, new SqliteProvider());
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    private static DataType type(String name) {
        return switch (name) {
            case "bool" -> bool();
            case "tiny" -> tinyint();
            case "small" -> smallint();
            case "int" -> integer();
            case "big" -> bigint();
            case "real" -> real();
            case "decimal" -> decimal(5, 2);
            case "char" -> character(3);
            case "text" -> text();
            case "blob" -> binary();
            case "bytes" -> varbinary(2);
            case "date" -> date();
            case "time" -> time();
            case "timestamp" -> timestamp();
            case "uuid" -> uuid();
            case "json" -> json();
            case "enum" -> enumOf("e", "a", "b");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** {@code |} separates the new values with their classes as the database keeps them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "TEXT; int; '12'; integer:12",
                "TEXT; int; ' 12 '; integer:12",
                "TEXT; int; '1.5'; -",
                "TEXT; int; ''; -",
                "TEXT; int; 'abc'; -",
                "TEXT; int; '2147483648'; -",
                "TEXT; big; '2147483648'; integer:2147483648",
                "BIGINT; int; 2147483647; integer:2147483647",
                "BIGINT; int; -2147483648; integer:-2147483648",
                "BIGINT; int; 2147483648; -",
                "BIGINT; tiny; 128; -",
                "BIGINT; tiny; -128; integer:-128",
                "BIGINT; small; 32768; -",
                "INTEGER; bool; 1; integer:1",
                "INTEGER; bool; 2; -",
                "INTEGER; char; 123; text:'123'",
                "INTEGER; char; 1234; -",
                "REAL; int; 2.0; integer:2",
                "REAL; int; 2.5; -",
                "REAL; text; 2.5; text:'2.5'",
                "REAL; decimal; 999.99; real:999.99",
                "REAL; decimal; 1000; -",
                "REAL; decimal; 1.001; -",
                "TEXT; decimal; '1.10'; real:1.1",
                "TEXT; decimal; 'x'; -",
                "TEXT; real; '1.5'; real:1.5",
                "TEXT; char; 'abc'; text:'abc'",
                "TEXT; char; 'abcd'; -",
                "VARCHAR(30); char; '🙂🙂🙂'; text:'🙂🙂🙂'",
                "TEXT; blob; 'ab'; blob:X'6162'",
                "BLOB; text; X'6162'; text:'ab'",
                "BLOB; bytes; X'0001'; blob:X'0001'",
                "BLOB; bytes; X'000102'; -",
                "TEXT; date; '2026-11-20'; text:'2026-11-20'",
                "TEXT; date; 'yesterday'; -",
                "TEXT; time; '09:31'; text:'09:31'",
                "TEXT; timestamp; '2026-11-20 09:31:00.123'; text:'2026-11-20 09:31:00.123'",
                "TEXT; timestamp; '2026-11-20 25:00'; -",
                "TEXT; uuid; '00000000-0000-0001-0000-000000000002'; text:'00000000-0000-0001-0000-000000000002'",
                "TEXT; uuid; 'x'; -",
                "TEXT; json; '{\"a\": 1}'; text:'{\"a\": 1}'",
                "TEXT; json; '{'; -",
                "TEXT; enum; 'a'; text:'a'",
                "TEXT; enum; 'c'; -",
                "INTEGER; text; NULL; null:NULL"
            })
    void fitsOrStops(String before, String to, String value, String after) throws SQLException {
        live.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v " + before + ")");
        live.execute("INSERT INTO t (v) VALUES (" + sql(value, before) + ")");
        Snapshot there = Snapshot.of(live);
        if (after == null) {
            assertThatThrownBy(() -> live.apply(op -> op.setType("t", "v", type(to))))
                    .hasMessageContaining("1 values of column t.v do not fit "
                            + live.dialect().type(type(to)));
            assertThat(Snapshot.of(live)).isEqualTo(there);
        } else {
            live.apply(op -> op.setType("t", "v", type(to)));
            assertThat(live.texts("SELECT typeof(v) || ':' || quote(v) FROM t")).containsExactly(after);
        }
    }

    /** The CSV reader takes the quotes of a field that begins with one. */
    private static String sql(String field, String before) {
        boolean bare = field.equals("NULL") || field.startsWith("X'");
        boolean number = field.matches("-?[0-9.]+") && !before.equals("TEXT");
        return bare || number ? field : "'" + field + "'";
    }

    @Test
    void whatDoesNotFitIsCutOnlyWhenItIsSaid() throws SQLException {
        live.execute(
                "CREATE TABLE t (a TEXT, b TEXT, c REAL, d BLOB)",
                "INSERT INTO t VALUES ('abcdef', '12x', 1.239, X'010203')");
        live.apply(op -> {
            op.setType("t", "a", varchar(3)).truncating();
            op.setType("t", "b", integer()).truncating();
            op.setType("t", "c", decimal(5, 2)).truncating();
            op.setType("t", "d", varbinary(2)).truncating();
        });
        assertThat(live.texts("SELECT a, b, c, quote(d) FROM t")).containsExactly("abc|12|1.24|X'0102'");
    }

    @Test
    void usingIsCheckedAsWell() throws SQLException {
        live.execute("CREATE TABLE t (a TEXT, b TEXT)", "INSERT INTO t VALUES ('5 EUR', 'x')");
        live.apply(op -> op.setType("t", "a", integer()).using("replace(a, ' EUR', '')"));
        assertThat(live.texts("SELECT typeof(a), a FROM t")).containsExactly("integer|5");
        assertThatThrownBy(
                        () -> live.apply(op -> op.setType("t", "b", integer()).using("b || '1'")))
                .hasMessageContaining("1 values of column t.b do not fit INTEGER");
    }

    @Test
    void twoChangesOfOneColumnFollowEachOther() throws SQLException {
        live.execute("CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES ('7')");
        live.apply(op -> {
            op.setType("t", "a", integer()).using("a * 2");
            op.setType("t", "a", text()).using("'n' || a");
        });
        assertThat(live.texts("SELECT typeof(a), a FROM t")).containsExactly("text|n14");
    }

    @Test
    void anEnumIsATextWithACheck() throws SQLException {
        live.apply(op -> op.createTable(
                "t",
                column("id", integer()),
                column("s", enumOf("status", "new", "done")).notNull().defaultTo("new"),
                primaryKey("id")));
        live.execute("INSERT INTO t (id) VALUES (1)");
        assertThatThrownBy(() -> live.execute("INSERT INTO t VALUES (2, 'lost')"))
                .hasMessageContaining("ck_t_s_enum");
        live.apply(op -> {
            op.addEnumValue("status", "lost").after("new").in("t", "s");
            op.renameEnumValue("status", "new", "fresh").in("t", "s");
        });
        live.execute("INSERT INTO t VALUES (2, 'lost')", "INSERT INTO t (id) VALUES (3)");
        assertThat(live.texts("SELECT s FROM t")).containsExactly("fresh", "lost", "fresh");
        assertThat(live.table("t").column("s").orElseThrow().type().values())
                .isEqualTo(List.of("fresh", "lost", "done"));
        assertThatThrownBy(() -> live.apply(op -> op.addEnumValue("status", "x")))
                .hasMessageContaining(".in(");
        assertThatThrownBy(() -> live.apply(op -> op.addEnumValue("status", "x").in("t", "id")))
                .hasMessageContaining("keeps no enum");
    }

    @Test
    void theValuesOfAnEnumMustBeKnown() throws SQLException {
        live.apply(op -> {
            op.createEnum("status", "a", "b");
            op.createTable("t", column("s", enumOf("status")));
        });
        assertThat(live.table("t").column("s").orElseThrow().type().values()).isEqualTo(List.of("a", "b"));
        assertThatThrownBy(() -> live.apply(op -> op.createTable("u", column("s", enumOf("status")))))
                .hasMessageContaining("enumOf(\"status\"");
    }
}
