package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.SqlText;

/**
 * Changes the type of a column.
 *
 * @param using how a value is converted, or null for the database's own conversion
 * @param requireFits true to stop with an error, before anything is changed, when a value does not fit the new type
 */
public record SetType(
        QualifiedName table,
        String column,
        DataType type,
        @Nullable SqlText using,
        boolean requireFits) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.mapColumn(column, c -> c.withType(type)));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Tables.column(before, table, column)
                .map(c -> Inverse.of(new SetType(table, column, c.type(), null, true)))
                .orElseGet(() -> Inverse.none("the former type of column " + table + "." + column + " is not known"));
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
        return "set type of column " + table + "." + column;
    }
}
