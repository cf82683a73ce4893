package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.Extension;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Removes an extension of the server. */
public record DropExtension(String name) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutExtension(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new CreateExtension(new Extension(name, null, null)));
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
        return "drop extension " + name;
    }
}
