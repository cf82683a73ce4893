package org.limbeck.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Schema;

/**
 * What raw SQL does to the schema, as far as its author says.
 *
 * @param operations what it amounts to; null when nobody said
 */
public record Effect(@Nullable List<Operation> operations) {

    private static final Effect UNKNOWN = new Effect(null);
    private static final Effect NONE = new Effect(List.of());

    /** Nobody said. */
    public static Effect unknown() {
        return UNKNOWN;
    }

    /** The schema stays as it is. */
    public static Effect none() {
        return NONE;
    }

    public boolean known() {
        return operations != null;
    }

    Schema evolve(Schema before) {
        return operations == null ? before.unknown("raw SQL was executed") : Blocks.evolve(before, operations);
    }
}
