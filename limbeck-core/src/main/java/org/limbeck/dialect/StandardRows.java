package org.limbeck.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.operation.Match;
import org.limbeck.operation.Row;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/** Changes of rows in standard SQL, with values written as literals of their column's type. */
public class StandardRows {
    /** Rows in one INSERT; more make no difference in speed, but a statement that is hard to read. */
    static final int ROWS_IN_ONE = 200;

    private static final int CHARACTERS_IN_ONE = 500_000;

    private final Dialect dialect;

    public StandardRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The INSERTs for rows; neighbouring rows with the same columns share one.
     *
     * @param middle words between the columns and VALUES, such as {@code OVERRIDING SYSTEM VALUE}, or empty
     * @param end words after the values, such as an ON CONFLICT clause, or empty
     */
    public List<String> insert(QualifiedName table, List<Row> rows, Optional<Table> known, String middle, String end) {
        List<String> statements = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            Collection<String> columns = rows.get(from).values().keySet();
            StringBuilder sql = new StringBuilder("INSERT INTO ")
                    .append(Names.qualified(dialect, table))
                    .append(" (")
                    .append(names(columns))
                    .append(")")
                    .append(middle.isEmpty() ? "" : " " + middle)
                    .append(" VALUES ");
            int row = from;
            do {
                sql.append(row == from ? "(" : ", (")
                        .append(values(rows.get(row), known))
                        .append(')');
                row++;
            } while (row < rows.size()
                    && row - from < ROWS_IN_ONE
                    && sql.length() < CHARACTERS_IN_ONE
                    && sameOrder(columns, rows.get(row).values().keySet()));
            statements.add(sql.append(end.isEmpty() ? "" : " " + end).toString());
            from = row;
        }
        return statements;
    }

    private static boolean sameOrder(Collection<String> a, Collection<String> b) {
        if (a.size() != b.size()) {
            return false;
        }
        Iterator<String> others = b.iterator();
        return a.stream().allMatch(name -> name.equals(others.next()));
    }

    private String values(Row row, Optional<Table> known) {
        return row.values().entrySet().stream()
                .map(e -> value(e.getValue(), type(known, e.getKey())))
                .collect(Collectors.joining(", "));
    }

    public String update(QualifiedName table, Row values, Match match, Optional<Table> known) {
        String assignments = values.values().entrySet().stream()
                .map(e -> dialect.identifier(e.getKey()) + " = " + value(e.getValue(), type(known, e.getKey())))
                .collect(Collectors.joining(", "));
        return "UPDATE " + Names.qualified(dialect, table) + " SET " + assignments + where(match, known);
    }

    public String delete(QualifiedName table, Match match, Optional<Table> known) {
        return "DELETE FROM " + Names.qualified(dialect, table) + where(match, known);
    }

    /** {@code  WHERE ...}, or nothing for all rows. */
    public String where(Match match, Optional<Table> known) {
        if (match instanceof Match.Where where) {
            return " WHERE " + dialect.words(where.condition());
        }
        return match instanceof Match.Values values ? " WHERE " + condition(values.row(), known) : "";
    }

    private String condition(Row row, Optional<Table> known) {
        return row.values().entrySet().stream().map(e -> equality(e, known)).collect(Collectors.joining(" AND "));
    }

    private String equality(Map.Entry<String, @Nullable Object> entry, Optional<Table> known) {
        String column = dialect.identifier(entry.getKey());
        return entry.getValue() == null
                ? column + " IS NULL"
                : column + " = " + value(entry.getValue(), type(known, entry.getKey()));
    }

    /** A value as it stands in SQL: a literal, an expression, or a look-up. */
    public String value(@Nullable Object value, @Nullable DataType type) {
        if (value instanceof Row.Sql expression) {
            return dialect.words(expression.sql());
        }
        if (value instanceof Row.Lookup lookup) {
            return "(SELECT " + dialect.identifier(lookup.column()) + " FROM "
                    + Names.qualified(dialect, QualifiedName.parse(lookup.table())) + " WHERE "
                    + condition(lookup.where(), Optional.empty()) + ")";
        }
        return dialect.literal(value, type);
    }

    private @Nullable DataType type(Optional<Table> known, String column) {
        return known.flatMap(t -> t.column(column))
                .map(Column::type)
                .map(dialect::resolve)
                .orElse(null);
    }

    /** Column names with commas. */
    public String names(Collection<String> columns) {
        return columns.stream().map(dialect::identifier).collect(Collectors.joining(", "));
    }
}
