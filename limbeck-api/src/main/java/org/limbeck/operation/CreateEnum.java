package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Creates a named set of values; nothing happens where the database keeps the values at the column. */
public record CreateEnum(EnumType type) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(type);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropEnum(type.name(), type));
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
        return "create enum " + type.name();
    }
}
