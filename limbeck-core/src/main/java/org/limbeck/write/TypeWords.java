package org.limbeck.write;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.TypeKind;

/** The words of scripts for types. */
final class TypeWords {
    /** By kind and number of arguments. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("BOOLEAN 0", "bool"),
            Map.entry("TINYINT 0", "tinyint"),
            Map.entry("SMALLINT 0", "smallint"),
            Map.entry("INTEGER 0", "integer"),
            Map.entry("BIGINT 0", "bigint"),
            Map.entry("DECIMAL 0", "decimal"),
            Map.entry("DECIMAL 2", "decimal"),
            Map.entry("REAL 0", "real"),
            Map.entry("DOUBLE 0", "doublePrecision"),
            Map.entry("CHAR 1", "character"),
            Map.entry("VARCHAR 0", "varchar"),
            Map.entry("VARCHAR 1", "varchar"),
            Map.entry("TEXT 0", "text"),
            Map.entry("LONG_TEXT 0", "longText"),
            Map.entry("BINARY 1", "fixedBinary"),
            Map.entry("VARBINARY 1", "varbinary"),
            Map.entry("BLOB 0", "binary"),
            Map.entry("DATE 0", "date"),
            Map.entry("TIME 0", "time"),
            Map.entry("TIME 1", "time"),
            Map.entry("TIMESTAMP 0", "timestamp"),
            Map.entry("TIMESTAMP 1", "timestamp"),
            Map.entry("TIMESTAMP_TZ 0", "timestampTz"),
            Map.entry("TIMESTAMP_TZ 1", "timestampTz"),
            Map.entry("UUID 0", "uuid"),
            Map.entry("JSON 0", "json"));

    private TypeWords() {}

    /** The word for a kind with so many arguments, or null. */
    static @Nullable String of(TypeKind kind, int arguments) {
        return WORDS.get(kind + " " + arguments);
    }
}
