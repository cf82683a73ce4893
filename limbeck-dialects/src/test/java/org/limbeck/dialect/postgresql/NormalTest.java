package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;

/** What is the same to the server has one normal form; what differs keeps two. */
class NormalTest {
    private static final Dialect DIALECT = new PostgresqlProvider().offline("postgresql");

    private static Table normal(Column column) {
        return DIALECT.normalise(Table.of(QualifiedName.parse("t"), List.of(column)));
    }

    private static void differ(Column one, Column other) {
        assertThat(normal(one)).isNotEqualTo(normal(other));
    }

    private static void same(Column one, Column other) {
        assertThat(normal(one)).isEqualTo(normal(other));
    }

    @Test
    void typesThatDiffer() {
        List<DataType> types = List.of(
                varchar(20),
                varchar(21),
                text(),
                type("varchar"),
                character(20),
                integer(),
                bigint(),
                smallint(),
                decimal(10, 2),
                decimal(10, 3),
                type("numeric"),
                real(),
                doublePrecision(),
                timestamp(),
                timestamp(3),
                timestampTz(),
                timestampTz(3),
                time(),
                date(),
                json(),
                type("json"),
                uuid(),
                binary(),
                bool(),
                enumOf("a"),
                enumOf("s.a"),
                arrayOf(integer()),
                arrayOf(bigint()),
                type("citext"),
                type("vector(3)"),
                type("vector(4)"),
                type("\"A\""));
        assertThat(types.stream().map(t -> normal(column("c", t))).distinct()).hasSize(types.size());
    }

    @Test
    void columnsThatDiffer() {
        Column c = column("c", integer());
        differ(c, c.notNull());
        differ(c, c.defaultTo(1));
        differ(c.defaultTo(1), c.defaultTo(2));
        differ(c.defaultTo(0), c);
        differ(c.autoIncrement(), c.autoIncrementAlways());
        differ(c.autoIncrement(), c.fromSequence("s"));
        differ(c.storedAs("a + 1"), c.virtualAs("a + 1"));
        differ(c.storedAs("a + 1"), c.storedAs("a + 2"));
        differ(c.comment("x"), c);
        differ(column("c", text()).defaultTo(""), column("c", text()));
        differ(column("c", text()).defaultTo("A"), column("c", text()).defaultTo("a"));
        differ(column("c", text()).defaultTo("now()"), column("c", text()).defaultSql("now()"));
        differ(column("c", text()).collate("C"), column("c", text()));
        differ(column("c", bool()).defaultTo(true), column("c", bool()).defaultTo(false));
    }

    @Test
    void columnsThatAreTheSame() {
        same(column("c", bigint()).defaultTo(5), column("c", bigint()).defaultTo(5L));
        same(column("c", decimal(5, 2)).defaultTo(5), column("c", decimal(5, 2)).defaultSql("5.00"));
        same(column("c", bool()).defaultTo(true), column("c", bool()).defaultSql("TRUE"));
        same(column("c", json()).defaultTo("{\"a\": 1}"), column("c", json()).defaultTo("{\"a\":1}"));
        same(column("c", text()).defaultSql("Now( )"), column("c", text()).defaultSql("now()"));
        same(column("c", integer()).autoIncrement(), column("c", type("SERIAL")));
        same(column("c", text()).comment(""), column("c", text()));
        same(column("c", integer()).option("mysql", "x"), column("c", integer()));
        same(column("c", tinyint()), column("c", smallint()));
        same(column("c", longText()), column("c", text()));
        same(column("c", timestamp(6)), column("c", timestamp()));
    }

    @Test
    void theOrderOfConstraintsAndIndexesSaysNothing() {
        TablePart[] parts = {
            check("a > 0").named("x"),
            unique("a").named("u"),
            index("a").named("i"),
            index("b").named("h")
        };
        Table one = Table.of(QualifiedName.parse("t"), List.of(column("a", integer()), column("b", integer())))
                .plus(unique("a").named("u"))
                .plus(check("a > 0").named("x"))
                .plus(index("a").named("i"))
                .plus(index("b").named("h"));
        Table other = Table.of(QualifiedName.parse("t"), List.of(column("a", integer()), column("b", integer())))
                .plus(check("(a>0)").named("x"))
                .plus(unique("a").named("u"))
                .plus(index("b").named("h").using("btree"))
                .plus(index(expression("a")).named("i"));
        assertThat(parts).hasSize(4);
        assertThat(DIALECT.normalise(one)).isEqualTo(DIALECT.normalise(other));
    }

    // ---- expressions

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "a>0 # (a > 0)",
                "a in ('x', 'y') # ((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))",
                "a NOT IN (1, 2) # (a <> ALL (ARRAY[1, 2]))",
                "a BETWEEN 1 AND 2 OR b # (((a >= 1) AND (a <= 2)) OR b)",
                "a - 1 - 2 # ((a - 1) - 2)",
                "a = -1 # (a = '-1'::integer)",
                "\"a\" <> 'It''s' # (a != 'It''s'::text)",
                "CAST(a AS int) + 1 # ((a)::integer + 1)",
                "x->'a'->>'b' = 'c' # (((x -> 'a'::text) ->> 'b'::text) = 'c'::text)",
                "lower( a )||'x' # (lower((a)::text) || 'x'::text)",
                "a is not null and not b # ((a IS NOT NULL) AND (NOT b))",
                "extract(year from d) > 5 # (EXTRACT(YEAR FROM d) > (5)::numeric)",
                "d at time zone 'UTC' # (d AT TIME ZONE 'UTC'::text)",
                "case a when 1 then 'x' else 'y' end # CASE a WHEN 1 THEN 'x'::text ELSE 'y'::text END",
                "tags[1] = 'x' # (tags[1] = 'x'::text)",
                "a collate \"C\" < 'x' # ((a COLLATE \"C\") < 'x'::text)",
                "a ~~* 'x' # a ILIKE 'x'"
            })
    void oneSpellingForTheSame(String one, String other) {
        assertThat(Expressions.normal(one)).isEqualTo(Expressions.normal(other));
        assertThat(Expressions.normal(Expressions.normal(one))).isEqualTo(Expressions.normal(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "(a + b) * c # a + b * c",
                "a - (b - c) # a - b - c",
                "(a or b) and c # a or b and c",
                "not (a and b) # not a and b",
                "a = 'x' # a = 'X'",
                "a::int = 1 # a::numeric = 1",
                "a > 1 # a >= 1",
                "a in (1, 2) # a in (2, 1)",
                "\"A\" = 1 # a = 1",
                "a::varchar(3) = 'x' # a = 'x'",
                "a = '1' # a = 1",
                "f(a, b) # f(b, a)"
            })
    void differentThingsStayDifferent(String one, String other) {
        assertThat(Expressions.normal(one)).isNotEqualTo(Expressions.normal(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exists (SELECT 1 FROM t)",
                "a LIKE 'x' ESCAPE '!'",
                "a SIMILAR TO 'x'",
                "a in (select 1)",
                "(a",
                "a >",
                "'open",
                "row(1, 2) = row(a, b)",
                "interval '1 day' * 2",
                ""
            })
    void whatCannotBeReadIsLeft(String sql) {
        assertThat(Expressions.normal(sql)).isEqualTo(Expressions.normal(Expressions.normal(sql)));
    }

    @Test
    void selectListsAreCountedWhereTheyAreSeen() {
        assertThat(SelectList.columns("SELECT a, f(b, c), (1), ARRAY[1,2] AS x FROM t, u"))
                .hasValue(4);
        assertThat(SelectList.columns("select distinct a from t")).hasValue(1);
        assertThat(SelectList.columns("SELECT 'a, b', count(*) FROM t")).hasValue(2);
        assertThat(SelectList.columns("SELECT t.*, 1 FROM t")).isEmpty();
        assertThat(SelectList.columns("SELECT * FROM t")).isEmpty();
        assertThat(SelectList.columns("WITH x AS (SELECT 1) SELECT 1")).isEmpty();
        assertThat(SelectList.columns("")).isEmpty();
    }
}
