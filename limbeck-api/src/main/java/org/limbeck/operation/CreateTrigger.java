package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Trigger;

/** Creates a trigger. */
public record CreateTrigger(Trigger trigger) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(trigger);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropTrigger(trigger.table(), trigger.name(), trigger));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(trigger.table());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "create trigger " + trigger.name() + " on " + trigger.table();
    }
}
