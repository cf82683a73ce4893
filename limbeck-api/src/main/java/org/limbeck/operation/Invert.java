package org.limbeck.operation;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Undoes operations, in reverse; they stand for their inverses when the revision is planned. */
public record Invert(List<Operation> operations) implements Operation {

    public Invert {
        operations = List.copyOf(operations);
    }

    @Override
    public Schema evolve(Schema before) {
        return Blocks.inverse(before, operations)
                .operations()
                .map(back -> Blocks.evolve(before, back))
                .orElse(before);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(operations);
    }

    @Override
    public Set<QualifiedName> tables() {
        return Blocks.tables(operations);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "invert " + operations.size() + " operations";
    }
}
