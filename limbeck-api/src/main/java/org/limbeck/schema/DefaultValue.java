package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** What a column holds when an insert says nothing: a value, or an expression. */
public sealed interface DefaultValue {

    /**
     * A value, written as a literal of the column's type.
     *
     * @param value a string, number, boolean, UUID, byte array, or a type of java.time; null for an explicit NULL
     */
    record Literal(@Nullable Object value) implements DefaultValue {}

    /** SQL that the database evaluates. */
    record Expression(SqlText sql) implements DefaultValue {}
}
