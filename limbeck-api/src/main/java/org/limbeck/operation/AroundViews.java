package org.limbeck.operation;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Drops views, does what is inside, and creates them again. */
public record AroundViews(List<QualifiedName> views, List<Operation> operations) implements Operation {

    public AroundViews {
        views = List.copyOf(views);
        operations = List.copyOf(operations);
    }

    @Override
    public Schema evolve(Schema before) {
        return Blocks.evolve(before, operations);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Blocks.inverse(before, operations).map(inside -> List.of(new AroundViews(views, inside)));
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
        return "around views " + views;
    }
}
