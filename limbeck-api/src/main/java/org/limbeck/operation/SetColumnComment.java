package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Sets or, with null, removes the comment of a column. */
public record SetColumnComment(
        QualifiedName table, String column, @Nullable String comment) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.mapColumn(column, c -> c.comment(comment)));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Tables.column(before, table, column)
                .map(c -> Inverse.of(new SetColumnComment(table, column, c.comment())))
                .orElseGet(
                        () -> Inverse.none("the former comment of column " + table + "." + column + " is not known"));
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
        return "set comment of column " + table + "." + column;
    }
}
