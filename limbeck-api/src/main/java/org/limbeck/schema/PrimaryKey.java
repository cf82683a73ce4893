package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The primary key. */
public record PrimaryKey(@Nullable String name, List<String> columns, Deferrability deferrability)
        implements Constraint {

    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    public static PrimaryKey of(String... columns) {
        return new PrimaryKey(null, List.of(columns), Deferrability.NOT_DEFERRABLE);
    }

    @Override
    public PrimaryKey named(String newName) {
        return new PrimaryKey(newName, columns, deferrability);
    }

    public PrimaryKey deferrable(Deferrability when) {
        return new PrimaryKey(name, columns, when);
    }

    @Override
    public PrimaryKey renameColumn(String from, String to) {
        return new PrimaryKey(name, Renaming.in(columns, from, to), deferrability);
    }
}
