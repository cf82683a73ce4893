package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Gives an index another name. */
public record RenameIndex(QualifiedName table, String from, String to) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> Tables.renameIndex(t, from, to));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new RenameIndex(table, to, from));
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
        return "rename index " + from + " to " + to;
    }
}
