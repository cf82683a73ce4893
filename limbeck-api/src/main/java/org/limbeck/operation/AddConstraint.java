package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.Constraint;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Adds a constraint to a table. */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.plus(constraint));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropConstraint(table, constraint.name(), constraint));
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
        return "add constraint " + table + "." + constraint.name();
    }
}
