package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.SqlText;

/**
 * Says that what follows loses data, on purpose.
 *
 * @param count a query for the number of rows that lose something, or null
 */
public record Lossy(String why, @Nullable SqlText count) implements Operation {

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
        return "lossy: " + why;
    }
}
