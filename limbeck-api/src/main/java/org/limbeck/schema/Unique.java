package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * No two rows agree in all the columns.
 *
 * @param nullsDistinct true (the standard) if rows with NULL never agree
 */
public record Unique(@Nullable String name, List<String> columns, boolean nullsDistinct, Deferrability deferrability)
        implements Constraint {

    public Unique {
        columns = List.copyOf(columns);
    }

    public static Unique of(String... columns) {
        return new Unique(null, List.of(columns), true, Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public Unique named(String newName) {
        return new Unique(newName, columns, nullsDistinct, deferrability);
    }

    /** NULLs count as equal (PostgreSQL 15 and later). */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, false, deferrability);
    }

    public Unique deferrable(Deferrability when) {
        return new Unique(name, columns, nullsDistinct, when);
    }

    @Override
    public Unique renameColumn(String from, String to) {
        return new Unique(name, Renaming.in(columns, from, to), nullsDistinct, deferrability);
    }
}
