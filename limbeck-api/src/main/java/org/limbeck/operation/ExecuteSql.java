package org.limbeck.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.SqlText;

/**
 * Executes SQL as it is written.
 *
 * @param undo SQL that undoes it, or null
 * @param effect what it does to the schema, as far as the author says
 * @param repeatable true if it may be executed again when nobody knows whether it was
 * @param place where it is written, if that is known
 */
public record ExecuteSql(
        SqlText sql,
        @Nullable SqlText undo,
        Effect effect,
        boolean repeatable,
        @Nullable Place place) implements Operation {

    public static ExecuteSql of(String sql) {
        return new ExecuteSql(SqlText.of(sql), null, Effect.unknown(), false, null);
    }

    /** Other words on one dialect. */
    public ExecuteSql on(String dialect, String words) {
        return new ExecuteSql(sql.on(dialect, words), undo, effect, repeatable, place);
    }

    /** What undoes it. */
    public ExecuteSql undo(String words) {
        return new ExecuteSql(sql, SqlText.of(words), effect, repeatable, place);
    }

    /** It leaves the schema as it is. */
    public ExecuteSql effectNone() {
        return new ExecuteSql(sql, undo, Effect.none(), repeatable, place);
    }

    /** It may be executed again when nobody knows whether it was. */
    public ExecuteSql repeated() {
        return new ExecuteSql(sql, undo, effect, true, place);
    }

    @Override
    public Schema evolve(Schema before) {
        return effect.evolve(before);
    }

    @Override
    public Inverse inverse(SchemaView before) {
        return undo == null
                ? Inverse.none("nobody knows what undoes raw SQL; give it with undo(...)")
                : Inverse.of(new ExecuteSql(undo, sql, Effect.unknown(), repeatable, place));
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of();
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String describe() {
        return "execute SQL";
    }
}
