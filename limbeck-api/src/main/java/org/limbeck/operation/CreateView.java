package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.View;

/** Creates a view. */
public record CreateView(View view) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(view);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new DropView(view.name(), view.materialised(), view));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(view.name());
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "create view " + view.name();
    }
}
