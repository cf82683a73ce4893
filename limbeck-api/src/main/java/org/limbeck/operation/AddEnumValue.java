package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * Adds a value to a named set, at the end or after another one.
 *
 * @param after the value before it, or null for the end
 * @param column where the set is kept on databases without named sets, or null
 */
public record AddEnumValue(
        QualifiedName name,
        String value,
        @Nullable String after,
        @Nullable ColumnRef column) implements Operation {

    /** The same addition after another value. */
    public AddEnumValue after(String other) {
        return new AddEnumValue(name, value, other, column);
    }

    /** The same addition, for databases that keep the set at a column. */
    public AddEnumValue in(String table, String columnName) {
        return new AddEnumValue(name, value, after, new ColumnRef(QualifiedName.parse(table), columnName));
    }

    @Override
    public Schema evolve(Schema before) {
        return Enums.add(before, this);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.none("a value cannot be taken out of enum " + name + " again");
    }

    @Override
    public Set<QualifiedName> tables() {
        return column == null ? Set.of() : Set.of(column.table());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "add value '" + value + "' to enum " + name;
    }
}
