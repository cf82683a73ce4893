package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Drops a function or procedure. */
public record DropRoutine(
        QualifiedName name,
        Routine.Kind kind,
        String signature,
        @Nullable Routine definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutRoutine(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return definition == null
                ? Inverse.none("the definition of routine " + name + " is not known; give it to dropRoutine")
                : Inverse.of(new CreateRoutine(definition));
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
        return "drop routine " + name;
    }
}
