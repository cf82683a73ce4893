package org.limbeck.schema;

/**
 * A function or procedure, kept as the statement that makes it.
 *
 * @param kind function or procedure
 * @param signature the arguments as DROP needs them ({@code (integer, text)}), or empty
 * @param definition the whole CREATE statement
 */
public record Routine(QualifiedName name, Kind kind, String signature, SqlText definition) {

    /** Function or procedure. */
    public enum Kind {
        FUNCTION,
        PROCEDURE
    }

    /** Another statement on one dialect. */
    public Routine on(String dialect, String statement) {
        return new Routine(name, kind, signature, definition.on(dialect, statement));
    }
}
