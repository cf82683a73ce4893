package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.Constraint;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Swaps a constraint for another in one step, so that the table is never without. */
public record ReplaceConstraint(QualifiedName table, String name, Constraint constraint) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(
                table, t -> t.constraint(name).map(t::minus).orElse(t).plus(constraint));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return before.table(table)
                .flatMap(t -> t.constraint(name))
                .map(old -> Inverse.of(new ReplaceConstraint(table, String.valueOf(constraint.name()), old)))
                .orElseGet(() -> Inverse.none("the definition of constraint " + table + "." + name + " is not known"));
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
        return "replace constraint " + table + "." + name;
    }
}
