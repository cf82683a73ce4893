package org.limbeck.schema;

/**
 * A trigger, kept as the statement that makes it.
 *
 * @param name the trigger's own name, without schema
 * @param table the table or view that it stands on
 * @param definition the whole CREATE statement
 */
public record Trigger(String name, QualifiedName table, SqlText definition) {
    /** Another statement on one dialect. */
    public Trigger on(String dialect, String statement) {
        return new Trigger(name, table, definition.on(dialect, statement));
    }
}
