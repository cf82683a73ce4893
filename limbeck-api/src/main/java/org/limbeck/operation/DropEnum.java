package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Drops a named set of values. */
public record DropEnum(QualifiedName name, @Nullable EnumType definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutEnum(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        EnumType known = definition != null ? definition : before.enumType(name).orElse(null);
        return known == null
                ? Inverse.none("the values of enum " + name + " are not known; give them to dropEnum")
                : Inverse.of(new CreateEnum(known));
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
        return "drop enum " + name;
    }
}
