package org.limbeck.model;

import java.util.List;

import org.limbeck.schema.Schema;

/**
 * A schema that is wanted.
 *
 * @param schema what is wanted, as far as it is described
 * @param scope which kinds of objects the source describes; others are not its business and are left alone
 * @param remarks what could not be read or mapped, for people
 */
public record Model(Schema schema, Scope scope, List<String> remarks) {

    /** Which kinds of objects a source knows. */
    public enum Scope {
        /** Everything that a database has. */
        ALL,
        /**
         * Tables with their columns, constraints and indexes, and sequences: what entity mappings can say. Views,
         * routines, triggers, comments that the mapping does not give, are left alone.
         */
        TABLES
    }

    public Model {
        remarks = List.copyOf(remarks);
    }

    public static Model of(Schema schema) {
        return new Model(schema, Scope.ALL, List.of());
    }
}
