package org.limbeck.operation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.TypeKind;

/** Changes of named sets of values, in the type and at the column that keeps them. */
final class Enums {
    private Enums() {}

    static Schema add(Schema before, AddEnumValue operation) {
        return change(before, operation.name(), operation.column(), values -> {
            List<String> longer = new ArrayList<>(values);
            int at = operation.after() == null ? -1 : longer.indexOf(operation.after());
            longer.add(at < 0 ? longer.size() : at + 1, operation.value());
            return longer;
        });
    }

    static Schema rename(Schema before, RenameEnumValue operation) {
        ColumnRef at = operation.column();
        Schema moved = at == null
                ? before
                : before.mapTable(at.table(), t -> t.mapColumn(at.column(), c -> renameDefault(c, operation)));
        return change(
                moved,
                operation.name(),
                operation.column(),
                values -> values.stream()
                        .map(v -> v.equals(operation.from()) ? operation.to() : v)
                        .toList());
    }

    private static Column renameDefault(Column column, RenameEnumValue operation) {
        return new DefaultValue.Literal(operation.from()).equals(column.defaultValue())
                ? column.withDefault(new DefaultValue.Literal(operation.to()))
                : column;
    }

    private interface Change {
        List<String> apply(List<String> values);
    }

    private static Schema change(Schema before, QualifiedName name, @Nullable ColumnRef column, Change change) {
        Schema after = before.enumType(name)
                .map(type -> before.with(new EnumType(name, change.apply(type.values()))))
                .orElse(before);
        return column == null
                ? after
                : after.mapTable(
                        column.table(), t -> t.mapColumn(column.column(), c -> c.withType(changed(c.type(), change))));
    }

    /** Values kept at a column need no name: one read from such a database has none. */
    private static DataType changed(DataType type, Change change) {
        return type.kind() == TypeKind.ENUM && !type.values().isEmpty()
                ? new DataType(
                        type.kind(),
                        type.arguments(),
                        type.name(),
                        change.apply(type.values()),
                        type.element(),
                        type.perDialect())
                : type;
    }
}
