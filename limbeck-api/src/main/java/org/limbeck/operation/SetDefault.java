package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Sets or, with null, removes the default of a column. */
public record SetDefault(
        QualifiedName table, String column, @Nullable DefaultValue value) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.mapColumn(column, c -> c.withDefault(value)));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Tables.column(before, table, column)
                .map(c -> Inverse.of(new SetDefault(table, column, c.defaultValue())))
                .orElseGet(
                        () -> Inverse.none("the former default of column " + table + "." + column + " is not known"));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return (value == null ? "drop" : "set") + " default of column " + table + "." + column;
    }
}
