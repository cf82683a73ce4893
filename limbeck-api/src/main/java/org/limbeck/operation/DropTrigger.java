package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Trigger;

/** Drops a trigger. */
public record DropTrigger(
        QualifiedName table, String name, @Nullable Trigger definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutTrigger(table, name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Trigger known = definition;
        for (Trigger trigger : before.triggersOn(table)) {
            if (known == null && trigger.name().equals(name)) {
                known = trigger;
            }
        }
        return known == null
                ? Inverse.none("the definition of trigger " + name + " is not known; give it to dropTrigger")
                : Inverse.of(new CreateTrigger(known));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(table);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "drop trigger " + name + " on " + table;
    }
}
