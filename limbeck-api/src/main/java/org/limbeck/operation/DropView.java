package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.View;

/** Drops a view. */
public record DropView(
        QualifiedName name, boolean materialised, @Nullable View definition) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.withoutView(name);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        View known = definition != null ? definition : before.view(name).orElse(null);
        return known == null
                ? Inverse.none("the query of view " + name + " is not known; give it to dropView")
                : Inverse.of(new CreateView(known));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(name);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "drop view " + name;
    }
}
