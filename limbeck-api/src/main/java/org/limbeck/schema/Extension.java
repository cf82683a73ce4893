package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** An extension of the server (PostgreSQL). */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) {}
