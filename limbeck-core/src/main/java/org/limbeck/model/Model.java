package org.limbeck.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/**
 * A schema that is wanted.
 *
 * @param schema what is wanted, as far as it is described; constraints and indexes whose name does not matter have none
 * @param scope which kinds of objects the source describes; others are not its business and are left alone
 * @param remarks what could not be read or mapped, for people
 * @param firstRows statements that a new table needs to be of use, by table: rows of generators of numbers
 */
public record Model(Schema schema, Scope scope, List<String> remarks, Map<QualifiedName, List<String>> firstRows) {

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
        firstRows = Collections.unmodifiableMap(new LinkedHashMap<>(firstRows));
    }

    /** A model whose tables need no rows. */
    public Model(Schema schema, Scope scope, List<String> remarks) {
        this(schema, scope, remarks, Map.of());
    }

    public static Model of(Schema schema) {
        return new Model(schema, Scope.ALL, List.of());
    }
}
