package org.limbeck.operation;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;

/** Changes how the database fills a column; null for not at all. */
public record SetGeneration(
        QualifiedName table, String column, @Nullable Generation generation) implements Operation {

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> t.mapColumn(column, c -> c.withGeneration(generation)));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return Tables.column(before, table, column)
                .map(this::back)
                .orElseGet(() ->
                        Inverse.none("the former generation of column " + table + "." + column + " is not known"));
    }

    /** An identity takes the right to NULL away with it, wherever it is; leaving it does not give it back. */
    private Inverse back(Column old) {
        SetGeneration former = new SetGeneration(table, column, old.generation());
        boolean forbids = generation instanceof Generation.Identity && old.nullable();
        return forbids ? Inverse.of(List.of(former, new SetNullable(table, column, true))) : Inverse.of(former);
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
        return "set generation of column " + table + "." + column;
    }
}
