package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Constraint;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;

/**
 * Drops a constraint, by its name, or by what it looks like where it has no or a foreign name.
 *
 * @param name the name, or null
 * @param like the structure; also the way back
 */
public record DropConstraint(
        QualifiedName table,
        @Nullable String name,
        @Nullable Constraint like) implements Operation {

    /** The constraint meant, in a table: the one of that name, else the only one of that structure. */
    public Optional<Constraint> find(Table in) {
        Optional<Constraint> named = name == null ? Optional.empty() : in.constraint(name);
        return named.isPresent() || like == null ? named : Tables.sameStructure(in, like);
    }

    @Override
    public Schema evolve(Schema before) {
        return before.mapTable(table, t -> find(t).map(t::minus).orElse(t));
    }

    @Override
    public Inverse inverse(SchemaView before) {
        Constraint known = before.table(table).flatMap(this::find).orElse(like);
        return known == null
                ? Inverse.none("the definition of constraint " + table + "." + name
                        + " is not known; give it to dropConstraint")
                : Inverse.of(new AddConstraint(table, known));
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
        return "drop constraint " + table + "." + (name != null ? name : "like " + like);
    }
}
