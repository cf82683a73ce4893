package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Sequence;

/** Drops a sequence. */
public record DropSequence(QualifiedName name, @Nullable Sequence definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutSequence(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Sequence known = definition != null ? definition : before.sequence(name).orElse(null);
        return known == null
                ? Inverse.none("the definition of sequence " + name + " is not known; give it to dropSequence")
                : Inverse.of(new CreateSequence(known));
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
        return "drop sequence " + name;
    }
}
