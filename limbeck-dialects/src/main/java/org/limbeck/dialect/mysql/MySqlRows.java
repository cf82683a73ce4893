package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Names;
import org.limbeck.dialect.StandardRows;
import org.limbeck.operation.Match;
import org.limbeck.operation.Row;
import org.limbeck.operation.UpsertRows;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** Changes of rows in MySQL's words. */
final class MySqlRows extends StandardRows {
    private final MySqlDialect dialect;

    MySqlRows(MySqlDialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    /** A look-up in the table that is written to needs a table of its own around it (error 1093), kept apart by LIMIT. */
    @Override
    public String value(@Nullable Object value, @Nullable DataType type) {
        if (!(value instanceof Row.Lookup lookup)) {
            return super.value(value, type);
        }
        String column = dialect.identifier(lookup.column());
        String condition = where(new Match.Values(lookup.where()), Optional.empty());
        return "(SELECT " + column + " FROM (SELECT " + column + " FROM "
                + Names.qualified(dialect, QualifiedName.parse(lookup.table())) + condition
                + " LIMIT 2) AS looked_up)";
    }

    /**
     * ON DUPLICATE KEY UPDATE looks at every unique key, so it is used only where the key meant is the only one; else
     * each row is updated, and inserted if it is not there.
     */
    List<String> upsert(UpsertRows upsert, Optional<Table> known) {
        boolean onlyKey = known.isPresent() && uniqueKeys(known.get()).equals(List.of(upsert.key()));
        return onlyKey ? onDuplicateKey(upsert, known) : oneByOne(upsert, known);
    }

    private static List<List<String>> uniqueKeys(Table table) {
        List<List<String>> keys = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof PrimaryKey || constraint instanceof Unique) {
                keys.add(constraint.columns());
            }
        }
        table.indexes().stream().filter(Index::distinct).forEach(index -> keys.add(index.columns()));
        return keys;
    }

    private List<String> onDuplicateKey(UpsertRows upsert, Optional<Table> known) {
        List<String> statements = new ArrayList<>();
        List<Row> same = new ArrayList<>();
        for (Row row : upsert.rows()) {
            boolean other = !same.isEmpty()
                    && !List.copyOf(same.get(0).values().keySet())
                            .equals(List.copyOf(row.values().keySet()));
            if (other) {
                statements.addAll(insertOrUpdate(upsert, same, known));
                same = new ArrayList<>();
            }
            same.add(row);
        }
        statements.addAll(same.isEmpty() ? List.of() : insertOrUpdate(upsert, same, known));
        return statements;
    }

    private List<String> insertOrUpdate(UpsertRows upsert, List<Row> rows, Optional<Table> known) {
        List<String> set = new ArrayList<>(rows.get(0).values().keySet());
        set.removeAll(upsert.key());
        List<String> assigned = set.isEmpty() ? upsert.key().subList(0, 1) : set;
        String end = assigned.stream()
                .map(dialect::identifier)
                .map(c -> c + " = VALUES(" + c + ")")
                .collect(Collectors.joining(", ", "ON DUPLICATE KEY UPDATE ", ""));
        return insert(upsert.table(), rows, known, "", end);
    }

    private List<String> oneByOne(UpsertRows upsert, Optional<Table> known) {
        List<String> statements = new ArrayList<>();
        for (Row row : upsert.rows()) {
            Match key = new Match.Values(only(row, upsert.key(), true));
            Row rest = only(row, upsert.key(), false);
            if (!rest.values().isEmpty()) {
                statements.add(update(upsert.table(), rest, key, known));
            }
            statements.add(insertMissing(upsert.table(), row, key, known));
        }
        return statements;
    }

    private static Row only(Row row, List<String> key, boolean wanted) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        row.values().forEach((column, value) -> {
            if (key.contains(column) == wanted) {
                values.put(column, value);
            }
        });
        return new Row(values);
    }

    private String insertMissing(QualifiedName table, Row row, Match key, Optional<Table> known) {
        List<String> values = new ArrayList<>();
        row.values()
                .forEach((column, value) -> values.add(value(
                        value,
                        known.flatMap(t -> t.column(column))
                                .map(c -> dialect.resolve(c.type()))
                                .orElse(null))));
        return "INSERT INTO " + Names.qualified(dialect, table) + " ("
                + names(row.values().keySet()) + ") SELECT " + String.join(", ", values)
                + " FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM (SELECT 1 FROM " + Names.qualified(dialect, table)
                + where(key, known) + " LIMIT 1) AS present)";
    }
}
