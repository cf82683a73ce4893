package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Drops an empty schema. */
public record DropSchema(String name) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutNamespace(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new CreateSchema(name));
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
        return "drop schema " + name;
    }
}
