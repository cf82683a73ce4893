package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;

/** Gives a table another name. */
public record RenameTable(QualifiedName from, QualifiedName to) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        Schema after = before;
        if (before.tables().containsKey(from)) {
            after = before.withoutTable(from).with(before.tables().get(from).named(to));
        }
        for (Table table : after.tables().values()) {
            Table redirected = Tables.redirect(table, from, to);
            after = redirected.equals(table) ? after : after.with(redirected);
        }
        return after;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new RenameTable(to, from));
    }

    @Override
    public Set<QualifiedName> tables() {
        return from.equals(to) ? Set.of(from) : Set.of(from, to);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "rename table " + from + " to " + to.name();
    }
}
