package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Creates a function or procedure. */
public record CreateRoutine(Routine routine) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(routine);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropRoutine(routine.name(), routine.kind(), routine.signature(), routine));
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
        return "create " + routine.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + routine.name();
    }
}
