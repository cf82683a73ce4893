package org.limbeck.state;

import java.util.List;
import java.util.Optional;

import org.limbeck.dialect.StateView;
import org.limbeck.operation.Operation;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** A schema in memory, moved by operations alone. Immutable. */
public record ReplayedState(Schema schema) implements StateView {

    /** Nothing is known to be there. */
    public static ReplayedState empty() {
        return new ReplayedState(Schema.EMPTY);
    }

    @Override
    public ReplayedState after(Operation operation) {
        return new ReplayedState(operation.evolve(schema));
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public Optional<Table> table(QualifiedName name) {
        return schema.table(name);
    }

    @Override
    public Optional<View> view(QualifiedName name) {
        return schema.view(name);
    }

    @Override
    public Optional<Sequence> sequence(QualifiedName name) {
        return schema.sequence(name);
    }

    @Override
    public Optional<EnumType> enumType(QualifiedName name) {
        return schema.enumType(name);
    }

    @Override
    public List<Trigger> triggersOn(QualifiedName table) {
        return schema.triggersOn(table);
    }

    @Override
    public List<View> viewsReading(QualifiedName tableOrView) {
        return schema.viewsReading(tableOrView);
    }
}
