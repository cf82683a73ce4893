package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Sets or, with null, removes the comment of a table. */
public record SetTableComment(QualifiedName table, @Nullable String comment) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.withComment(comment));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return before.table(table)
                .map(t -> Inverse.of(new SetTableComment(table, t.comment())))
                .orElseGet(() -> Inverse.none("the former comment of table " + table + " is not known"));
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
        return "set comment of table " + table;
    }
}
