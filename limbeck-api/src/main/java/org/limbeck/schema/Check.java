package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param expression the condition, without the word CHECK
 * @param validated false if existing rows were not checked ({@code NOT VALID})
 */
public record Check(@Nullable String name, SqlText expression, boolean validated) implements Constraint {

    public static Check of(String expression) {
        return new Check(null, SqlText.of(expression), true);
    }

    @Override
    public Check named(String newName) {
        return new Check(newName, expression, validated);
    }

    /** Existing rows are not checked yet; a later {@code validateConstraint} does it. */
    public Check notValid() {
        return withValidated(false);
    }

    public Check withValidated(boolean checked) {
        return new Check(name, expression, checked);
    }

    /** Other words on one dialect. */
    public Check on(String dialect, String words) {
        return new Check(name, expression.on(dialect, words), validated);
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Check renameColumn(String from, String to) {
        return new Check(name, Renaming.in(expression, from, to), validated);
    }
}
