package org.limbeck.operation;

import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;

/** Gives a column another name. */
public record RenameColumn(QualifiedName table, String from, String to) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        Schema after = before.mapTable(table, t -> Tables.renameColumn(t, from, to));
        for (Table other : after.tables().values()) {
            Table redirected = Tables.redirectColumn(other, table, from, to);
            after = redirected.equals(other) ? after : after.with(redirected);
        }
        return after;
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Inverse.of(new RenameColumn(table, to, from));
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
        return "rename column " + table + "." + from + " to " + to;
    }
}
