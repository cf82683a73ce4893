package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Sequence;

/** Creates a sequence. */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(sequence);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropSequence(sequence.name(), sequence));
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
        return "create sequence " + sequence.name();
    }
}
