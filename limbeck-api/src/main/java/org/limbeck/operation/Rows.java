package org.limbeck.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;

/** What undoes changes of rows. */
final class Rows {
    private Rows() {}

    static Inverse inverseOfInsert(SchemaView before, InsertRows insert) {
        List<String> key = before.table(insert.table())
                .flatMap(Table::primaryKey)
                .map(PrimaryKey::columns)
                .orElse(List.of());
        List<Operation> deletes = new ArrayList<>();
        for (Row row : insert.rows()) {
            boolean keyed = !key.isEmpty() && row.values().keySet().containsAll(key);
            Row match = keyed ? only(row, key) : row;
            if (!match.plain()) {
                return Inverse.none("a row inserted into " + insert.table() + " is not known by its values");
            }
            deletes.add(0, new DeleteRows(insert.table(), new Match.Values(match)));
        }
        return Inverse.of(deletes);
    }

    private static Row only(Row row, List<String> columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, row.values().get(column)));
        return new Row(values);
    }
}
