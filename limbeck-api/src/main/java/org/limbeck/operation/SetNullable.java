package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Allows or forbids NULL in a column. */
public record SetNullable(QualifiedName table, String column, boolean nullable) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.mapColumn(column, c -> c.withNullable(nullable)));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new SetNullable(table, column, !nullable));
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
        return (nullable ? "allow" : "forbid") + " null in column " + table + "." + column;
    }
}
