package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.Extension;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Installs an extension of the server, unless it is there. */
public record CreateExtension(Extension extension) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(extension);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropExtension(extension.name()));
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
        return "create extension " + extension.name();
    }
}
