package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/**
 * Drops an index, by its name, or by what it looks like. Where a unique constraint is nothing but its index (MySQL,
 * MariaDB), that one is found too.
 *
 * @param name the name, or null
 * @param like the structure; also the way back
 */
public record DropIndex(
        QualifiedName table,
        @Nullable String name,
        @Nullable Index like,
        boolean concurrently) implements Operation {

    /** The index meant, in a table: the one of that name, else the only one of that structure. */
    public Optional<Index> find(Table in) {
        Optional<Index> named = name == null ? Optional.empty() : in.index(name);
        return named.isPresent() || like == null ? named : Tables.sameStructure(in, like);
    }

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(
                table,
                t -> find(t).map(t::minus)
                        .orElseGet(
                                () -> Tables.unique(t, name, like).map(t::minus).orElse(t)));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Optional<Unique> unique =
                before.table(table).filter(t -> find(t).isEmpty()).flatMap(t -> Tables.unique(t, name, like));
        if (unique.isPresent()) {
            return Inverse.of(new AddConstraint(table, unique.get()));
        }
        Index known = before.table(table).flatMap(this::find).orElse(like);
        return known == null
                ? Inverse.none("the definition of index " + name + " is not known; give it to dropIndex")
                : Inverse.of(new CreateIndex(table, known, concurrently));
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
        return "drop index " + (name != null ? name : "like " + like) + " on " + table;
    }
}
