package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Checks the existing rows against a constraint that was added as not valid. */
public record ValidateConstraint(QualifiedName table, String name) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> Tables.validate(t, name));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.nothing();
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
        return "validate constraint " + table + "." + name;
    }
}
