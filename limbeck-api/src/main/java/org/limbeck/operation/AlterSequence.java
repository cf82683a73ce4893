package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Sequence;

/** Changes a sequence to what is given. */
public record AlterSequence(Sequence sequence) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(sequence);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return before.sequence(sequence.name())
                .map(old -> Inverse.of(new AlterSequence(old)))
                .orElseGet(
                        () -> Inverse.none("the former definition of sequence " + sequence.name() + " is not known"));
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
        return "alter sequence " + sequence.name();
    }
}
