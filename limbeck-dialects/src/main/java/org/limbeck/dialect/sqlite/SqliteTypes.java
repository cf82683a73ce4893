package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Unsupported;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/**
 * Names of types. SQLite keeps any name and takes from it only an affinity, the class to which it converts values; the
 * names chosen here can be read by people and other tools and have the right one.
 */
final class SqliteTypes {
    private static final Pattern SPELLING = Pattern.compile("([A-Z ]+)(?:\\((\\d+)(?:,(\\d+))?\\))?");

    /** What is declared, to what it means; what is declared otherwise stays as it is. */
    private static final Map<String, TypeKind> DECLARED = Map.ofEntries(
            Map.entry("BOOLEAN", TypeKind.BOOLEAN),
            Map.entry("TINYINT", TypeKind.TINYINT),
            Map.entry("SMALLINT", TypeKind.SMALLINT),
            Map.entry("INTEGER", TypeKind.INTEGER),
            Map.entry("BIGINT", TypeKind.BIGINT),
            Map.entry("DECIMAL", TypeKind.DECIMAL),
            Map.entry("REAL", TypeKind.REAL),
            Map.entry("DOUBLE PRECISION", TypeKind.DOUBLE),
            Map.entry("CHAR", TypeKind.CHAR),
            Map.entry("VARCHAR", TypeKind.VARCHAR),
            Map.entry("TEXT", TypeKind.TEXT),
            Map.entry("BLOB", TypeKind.BLOB),
            Map.entry("DATE", TypeKind.DATE),
            Map.entry("TIME", TypeKind.TIME),
            Map.entry("TIMESTAMP", TypeKind.TIMESTAMP),
            Map.entry("TIMESTAMPTZ", TypeKind.TIMESTAMP_TZ),
            Map.entry("JSON TEXT", TypeKind.JSON));

    /** Other names of the same things, for comparing only. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("BOOL", "BOOLEAN"),
            Map.entry("INT", "INTEGER"),
            Map.entry("INT2", "SMALLINT"),
            Map.entry("INT4", "INTEGER"),
            Map.entry("INT8", "BIGINT"),
            Map.entry("NUMERIC", "DECIMAL"),
            Map.entry("DOUBLE", "DOUBLE PRECISION"),
            Map.entry("FLOAT", "DOUBLE PRECISION"),
            Map.entry("CHARACTER", "CHAR"),
            Map.entry("CHARACTER VARYING", "VARCHAR"),
            Map.entry("NCHAR", "CHAR"),
            Map.entry("NVARCHAR", "VARCHAR"),
            Map.entry("CLOB", "TEXT"),
            Map.entry("DATETIME", "TIMESTAMP"),
            Map.entry("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ"),
            Map.entry("JSON", "JSON TEXT"));

    private SqliteTypes() {}

    /** The declared name of a type that is resolved for this dialect. */
    static String spelling(Dialect dialect, DataType type) {
        if (type.kind() == TypeKind.ARRAY) {
            throw Unsupported.on(
                    dialect,
                    "a column of arrays",
                    "It has no arrays.",
                    "Use json(), or another table, or another type:  arrayOf(...).on(\"sqlite\", json())");
        }
        return spelled(type);
    }

    private static String spelled(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, DATE, TEXT, BLOB, REAL ->
                type.kind().name();
            case DECIMAL, CHAR, VARCHAR, TIME, TIMESTAMP -> type.kind().name() + arguments(type);
            case DOUBLE -> "DOUBLE PRECISION";
            case LONG_TEXT, ENUM -> "TEXT";
            case BINARY, VARBINARY -> "BLOB" + arguments(type);
            case TIMESTAMP_TZ -> "TIMESTAMPTZ" + arguments(type);
            case UUID -> "CHAR(36)";
            case JSON -> "JSON TEXT";
            case NATIVE, ARRAY -> String.valueOf(type.name());
        };
    }

    /** The same for a STRICT table, where only five names and ANY are allowed. */
    static String strict(Dialect dialect, DataType type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT -> "INTEGER";
            case REAL, DOUBLE -> "REAL";
            case DECIMAL -> "ANY";
            case BINARY, VARBINARY, BLOB -> "BLOB";
            case NATIVE, ARRAY -> spelling(dialect, type);
            default -> "TEXT";
        };
    }

    private static String arguments(DataType type) {
        return type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    /** What a declared name means; a native type where it is none of those written here. */
    static DataType declared(String name) {
        Matcher matcher = SPELLING.matcher(name);
        TypeKind kind = matcher.matches() ? DECLARED.get(matcher.group(1)) : null;
        if (kind == null) {
            return DataType.ofNative(name);
        }
        List<Integer> arguments = new ArrayList<>();
        for (int group = 2; group <= 3 && matcher.group(group) != null; group++) {
            if (matcher.group(group).length() > 9) {
                return DataType.ofNative(name);
            }
            arguments.add(Integer.valueOf(matcher.group(group)));
        }
        TypeKind exact = kind == TypeKind.BLOB && !arguments.isEmpty() ? TypeKind.VARBINARY : kind;
        DataType type = DataType.of(exact, arguments.toArray(Integer[]::new));
        return spelled(type).equals(name) ? type : DataType.ofNative(name);
    }

    /** The type that a spelling of any tool means; a native one where none here is the same to SQLite. */
    static DataType meant(String spelling) {
        return declared(common(spelling));
    }

    /** The same for all spellings of one type. */
    static DataType normal(Dialect dialect, DataType type, boolean strict) {
        if (type.kind() == TypeKind.ENUM) {
            return type;
        }
        String spelling = strict ? strict(dialect, type) : spelling(dialect, type);
        return declared(common(spelling));
    }

    private static String common(String spelling) {
        String upper = spelling.toUpperCase(Locale.ROOT).strip();
        int bracket = upper.indexOf('(');
        String word = bracket < 0 ? upper : upper.substring(0, bracket).strip();
        String rest = bracket < 0 ? "" : upper.substring(bracket).replace(" ", "");
        return SYNONYMS.getOrDefault(word, word) + rest;
    }

    /** The classes to which SQLite converts the values of a column, by its declared name. */
    private enum Affinity {
        INTEGER,
        TEXT,
        BLOB,
        REAL,
        NUMERIC
    }

    private static Affinity affinity(String declared) {
        String upper = declared.toUpperCase(Locale.ROOT);
        if (upper.contains("INT")) {
            return Affinity.INTEGER;
        }
        if (upper.contains("CHAR") || upper.contains("CLOB") || upper.contains("TEXT")) {
            return Affinity.TEXT;
        }
        if (upper.contains("BLOB") || upper.isBlank()) {
            return Affinity.BLOB;
        }
        boolean real = upper.contains("REAL") || upper.contains("FLOA") || upper.contains("DOUB");
        return real ? Affinity.REAL : Affinity.NUMERIC;
    }

    static boolean sameAffinity(String declared, String other) {
        return affinity(declared) == affinity(other);
    }

    /** Whether values are kept as text. */
    static boolean textual(String declared) {
        return affinity(declared) == Affinity.TEXT;
    }

    /** Whether values are kept as they come: bytes, or a column without a type. */
    static boolean raw(String declared) {
        return affinity(declared) == Affinity.BLOB;
    }
}
