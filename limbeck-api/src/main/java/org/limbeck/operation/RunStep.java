package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/**
 * Runs code with the connection, in a transaction with its own position.
 *
 * @param name unique in its revision
 * @param step the code
 */
public record RunStep(String name, DataStep step) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.none("nobody knows what undoes the data step '" + name + "'");
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
        return "run " + name;
    }
}
