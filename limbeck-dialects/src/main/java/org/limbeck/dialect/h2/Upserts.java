package org.limbeck.dialect.h2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.StandardRows;
import org.limbeck.operation.Row;
import org.limbeck.operation.UpsertRows;
import org.limbeck.schema.Table;

/** Upserts of rows that bring the numbers of an identity which refuses them; MERGE INTO ... KEY cannot override it. */
final class Upserts {
    private final Dialect dialect;
    private final StandardRows rows;

    Upserts(Dialect dialect, StandardRows rows) {
        this.dialect = dialect;
        this.rows = rows;
    }

    List<String> overriding(UpsertRows operation, Optional<Table> table) {
        List<String> sqls = new ArrayList<>();
        for (Row row : operation.rows()) {
            sqls.add(one(operation, row, table));
        }
        return sqls;
    }

    private String one(UpsertRows operation, Row row, Optional<Table> table) {
        Collection<String> columns = row.values().keySet();
        String values = columns.stream()
                .map(c -> rows.value(
                        row.values().get(c),
                        table.flatMap(t -> t.column(c))
                                .map(dialect::resolve)
                                .map(k -> k.type())
                                .orElse(null)))
                .collect(Collectors.joining(", "));
        String same = operation.key().stream()
                .map(k -> "t." + id(k) + " = s." + id(k))
                .collect(Collectors.joining(" AND "));
        String update = columns.stream()
                .filter(c -> !operation.key().contains(c))
                .map(c -> id(c) + " = s." + id(c))
                .collect(Collectors.joining(", "));
        String given = columns.stream().map(c -> "s." + id(c)).collect(Collectors.joining(", "));
        return "MERGE INTO " + Names.qualified(dialect, operation.table()) + " t USING (VALUES (" + values + ")) s ("
                + rows.names(columns) + ") ON " + same
                + (update.isEmpty() ? "" : " WHEN MATCHED THEN UPDATE SET " + update)
                + " WHEN NOT MATCHED THEN INSERT (" + rows.names(columns) + ") OVERRIDING SYSTEM VALUE VALUES ("
                + given + ")";
    }

    private String id(String name) {
        return dialect.identifier(name);
    }
}
