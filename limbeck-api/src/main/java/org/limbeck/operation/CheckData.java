package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.SqlText;

/** Stops the revision unless a query gives what is expected. */
public record CheckData(String name, SqlText query, Expectation expectation) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.nothing();
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
        return "check " + name;
    }
}
