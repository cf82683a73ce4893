package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** How the database itself fills a column. */
public sealed interface Generation {

    /**
     * Numbers handed out by the column: identity, {@code AUTO_INCREMENT}, {@code AUTOINCREMENT}.
     *
     * @param always true if an explicit value is refused unless the insert overrides it
     * @param start the first number, or null for the database's choice
     * @param increment the step, or null for the database's choice
     */
    record Identity(
            boolean always, @Nullable Long start, @Nullable Long increment) implements Generation {

        public Identity startingAt(long first) {
            return new Identity(always, first, increment);
        }

        public Identity incrementBy(long step) {
            return new Identity(always, start, step);
        }
    }

    /** Numbers from a named sequence where the database has sequences, else an identity. */
    record FromSequence(QualifiedName sequence) implements Generation {}

    /**
     * A value computed from the other columns of the row.
     *
     * @param expression the SQL expression
     * @param stored true if it is kept in the row, false if it is computed when read
     */
    record Computed(SqlText expression, boolean stored) implements Generation {
        /** Other words on one dialect. */
        public Computed on(String dialect, String words) {
            return new Computed(expression.on(dialect, words), stored);
        }
    }
}
