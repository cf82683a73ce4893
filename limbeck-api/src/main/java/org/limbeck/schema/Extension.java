package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** An extension of the server (PostgreSQL). */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) {

    public static Extension of(String name) {
        return new Extension(name, null, null);
    }

    /** Its objects are kept in this schema. */
    public Extension in(String home) {
        return new Extension(name, home, version);
    }

    public Extension version(String wanted) {
        return new Extension(name, schema, wanted);
    }
}
