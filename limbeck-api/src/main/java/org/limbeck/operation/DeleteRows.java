package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Deletes the rows that match. */
public record DeleteRows(QualifiedName table, Match match) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.none("the deleted rows of table " + table + " are not known");
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
        return "delete from " + table;
    }
}
