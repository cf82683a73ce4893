package org.limbeck.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.operation.Condition;
import org.limbeck.operation.Match;
import org.limbeck.operation.Row;
import org.limbeck.schema.SqlText;

/** Rows, matches and conditions in the words of scripts. */
final class JavaRows {
    private JavaRows() {}

    static List<Code> rows(List<Row> rows) {
        return rows.stream().map(JavaRows::row).toList();
    }

    static Code row(Row row) {
        if (row.values().isEmpty()) {
            Code none = Code.of("java.util.Map", "of", List.of());
            return Code.of(Row.class.getName(), "new", List.of(none));
        }
        return Code.word("row", pairs(row));
    }

    private static List<Code> pairs(Row row) {
        List<Code> pairs = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> entry : row.values().entrySet()) {
            pairs.add(new Code.Pair(Code.text(entry.getKey()), value(entry.getValue())));
        }
        return pairs;
    }

    private static Code value(@Nullable Object value) {
        if (value instanceof Row.Sql sql) {
            return new Links(Code.word("sqlValue", Code.text(sql.sql().sql())))
                    .each("on", sql.sql().perDialect())
                    .code();
        }
        if (value instanceof Row.Lookup lookup) {
            return Code.word("lookup", Code.text(lookup.table()), Code.text(lookup.column()), row(lookup.where()));
        }
        return JavaValues.of(value);
    }

    static Code match(Match match) {
        if (match instanceof Match.Values values) {
            return values.row().values().isEmpty()
                    ? general("Match.Values", row(values.row()))
                    : Code.word("where", pairs(values.row()));
        }
        if (match instanceof Match.Where where) {
            return where.condition().perDialect().isEmpty()
                    ? Code.word("where", Code.text(where.condition().sql()))
                    : general("Match.Where", JavaNouns.sql(where.condition()));
        }
        return Code.word("allRows");
    }

    private static Code general(String type, Code argument) {
        return new Code.Call("new " + type, List.of(argument), Match.class.getName(), false);
    }

    static Code condition(Condition condition) {
        if (condition instanceof Condition.TableExists table) {
            return Code.word(table.present() ? "tablePresent" : "tableMissing", JavaNouns.name(table.table()));
        }
        if (condition instanceof Condition.ColumnExists column) {
            return Code.word(
                    column.present() ? "columnPresent" : "columnMissing",
                    JavaNouns.name(column.table()),
                    Code.text(column.column()));
        }
        if (condition instanceof Condition.IndexExists index) {
            return Code.word(
                    index.present() ? "indexPresent" : "indexMissing",
                    JavaNouns.name(index.table()),
                    Code.text(index.index()));
        }
        if (condition instanceof Condition.ConstraintExists constraint) {
            return Code.word(
                    constraint.present() ? "constraintPresent" : "constraintMissing",
                    JavaNouns.name(constraint.table()),
                    Code.text(constraint.constraint()));
        }
        if (condition instanceof Condition.ServerAtLeast server) {
            return Code.word("serverAtLeast", Code.plain(server.major()), Code.plain(server.minor()));
        }
        return anyRow(((Condition.AnyRow) condition).query());
    }

    private static Code anyRow(SqlText query) {
        return query.perDialect().isEmpty()
                ? Code.word("anyRow", Code.text(query.sql()))
                : new Code.Call(
                        "new Condition.AnyRow", List.of(JavaNouns.sql(query)), Condition.class.getName(), false);
    }

    /** Two queries with other words on some dialects. */
    static void both(SqlText query, SqlText other, Links links) {
        Set<String> dialects = new LinkedHashSet<>(query.perDialect().keySet());
        dialects.addAll(other.perDialect().keySet());
        for (String dialect : dialects) {
            links.then(
                    "on",
                    Code.text(dialect),
                    Code.text(query.perDialect().getOrDefault(dialect, query.sql())),
                    Code.text(other.perDialect().getOrDefault(dialect, other.sql())));
        }
    }
}
