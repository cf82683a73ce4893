package org.limbeck.schema;

import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** What a column holds when an insert says nothing: a value, or an expression. */
public sealed interface DefaultValue {

    /**
     * A value, written as a literal of the column's type.
     *
     * @param value a string, number, boolean, UUID, byte array, or a type of java.time; null for an explicit NULL
     */
    record Literal(@Nullable Object value) implements DefaultValue {
        /** Byte arrays are equal when their bytes are. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Literal literal && Objects.deepEquals(value, literal.value);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(new Object[] {value});
        }
    }

    /** SQL that the database evaluates. */
    record Expression(SqlText sql) implements DefaultValue {}
}
