package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Creates a schema (a database, on MySQL and MariaDB). */
public record CreateSchema(String name) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withNamespace(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropSchema(name));
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
        return "create schema " + name;
    }
}
