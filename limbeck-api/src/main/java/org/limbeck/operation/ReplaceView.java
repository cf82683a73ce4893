package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.View;

/** Gives a view another query. */
public record ReplaceView(View view) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.with(view);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return before.view(view.name())
                .map(old -> Inverse.of(new ReplaceView(old)))
                .orElseGet(() -> Inverse.none("the former query of view " + view.name() + " is not known"));
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
        return "replace view " + view.name();
    }
}
