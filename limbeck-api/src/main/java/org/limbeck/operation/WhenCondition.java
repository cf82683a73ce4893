package org.limbeck.operation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Does one thing or another, decided once, just before it is done. */
public record WhenCondition(Condition condition, List<Operation> then, List<Operation> otherwise) implements Operation {

    public WhenCondition {
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
    }

    @Override
    public Schema evolve(Schema before) {
        return before.unknown("it depends on " + condition.describe());
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.none("what ran under the condition '" + condition.describe() + "' is only known where it ran");
    }

    @Override
    public Set<QualifiedName> tables() {
        Set<QualifiedName> both = new LinkedHashSet<>(Blocks.tables(then));
        both.addAll(Blocks.tables(otherwise));
        return both;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "when " + condition.describe();
    }
}
