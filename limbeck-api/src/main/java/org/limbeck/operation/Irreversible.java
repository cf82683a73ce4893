package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Says that there is no way back, on purpose. */
public record Irreversible(String why) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.none(why);
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of();
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "irreversible: " + why;
    }
}
