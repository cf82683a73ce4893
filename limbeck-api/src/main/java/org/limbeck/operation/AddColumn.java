package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.Column;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Adds a column at the end of a table. */
public record AddColumn(QualifiedName table, Column column) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.plus(column));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropColumn(table, column.name(), column));
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
        return "add column " + table + "." + column.name();
    }
}
