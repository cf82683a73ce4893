package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Unsupported;
import org.limbeck.dialect.mysql.Piece.Kind;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/** Column types, as words and back. */
final class MySqlTypes {
    /** Digits of a second where a script gives none, as PostgreSQL and the Java types have them. */
    static final int DIGITS = 6;

    /** MariaDB shows {@code varchar(500) /*M!100301 COMPRESSED*}{@code /}. */
    private static final Pattern EXECUTABLE = Pattern.compile("/\\*M?!\\d*\\s*(.*?)\\*/");

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("numeric", "decimal"),
            Map.entry("dec", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("character", "char"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"));

    /** The width that MariaDB and old MySQL print for an integer type without one. */
    private static final Map<String, Integer> WIDTHS = Map.of(
            "tinyint", 4,
            "tinyint unsigned", 3,
            "smallint", 6,
            "smallint unsigned", 5,
            "mediumint", 9,
            "mediumint unsigned", 8,
            "int", 11,
            "int unsigned", 10,
            "bigint", 20,
            "bigint unsigned", 20);

    private final Dialect dialect;
    private final boolean nativeUuid;

    MySqlTypes(Dialect dialect, boolean nativeUuid) {
        this.dialect = dialect;
        this.nativeUuid = nativeUuid;
    }

    // ---- to words

    String spelling(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "tinyint(1)";
            case TINYINT -> "tinyint";
            case SMALLINT -> "smallint";
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case DECIMAL -> "decimal" + arguments(type);
            case REAL -> "float";
            case DOUBLE -> "double";
            case CHAR -> "char" + arguments(type);
            case VARCHAR -> varchar(type);
            case TEXT -> "text";
            case LONG_TEXT -> "longtext";
            case BINARY -> "binary" + arguments(type);
            case VARBINARY -> "varbinary" + length(type, "varbinary");
            case BLOB -> "longblob";
            case DATE -> "date";
            case TIME -> "time" + digits(type);
            case TIMESTAMP -> "datetime" + digits(type);
            case TIMESTAMP_TZ -> "timestamp" + digits(type);
            case UUID -> nativeUuid ? "uuid" : "binary(16)";
            case JSON -> "json";
            case ENUM -> "enum" + values(type);
            case ARRAY ->
                throw Unsupported.on(dialect, "an array column", "It has no arrays.", "Use json(), or a table.");
            case NATIVE -> String.valueOf(type.name());
        };
    }

    private static String arguments(DataType type) {
        return type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    private String varchar(DataType type) {
        return "varchar" + length(type, "varchar");
    }

    private String length(DataType type, String word) {
        if (type.arguments().isEmpty()) {
            throw Unsupported.on(
                    dialect,
                    word + " without a length",
                    "Its " + word + " must have one.",
                    "Give a length, or use text(), longText() or binary().");
        }
        return arguments(type);
    }

    private static String digits(DataType type) {
        int digits = digitsOf(type);
        return digits == 0 ? "" : "(" + digits + ")";
    }

    /** Digits of a second of a type with a time of day. */
    static int digitsOf(DataType type) {
        Integer given = type.argument(0);
        return given == null ? DIGITS : given;
    }

    private static String values(DataType type) {
        if (type.values().isEmpty()) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "The values of enum " + type.name() + " are not known here")
                    .why("MySQL and MariaDB keep the values at each column.")
                    .todo("Give them at the column:  enumOf(\"" + type.name() + "\", \"first\", \"second\")")
                    .exception();
        }
        return type.values().stream()
                .map(value -> MySqlLiterals.catalogued(value, "The value '" + value + "' of enum " + type.name()))
                .collect(Collectors.joining(",", "(", ")"));
    }

    // ---- from words

    /**
     * A type as the catalogue, or a person, spells it.
     *
     * @param enumName the name for an enum, or null
     */
    DataType read(String spelling, @Nullable String enumName) {
        List<Piece> pieces = Piece.solid(EXECUTABLE.matcher(spelling).replaceAll("$1"));
        if (pieces.isEmpty() || pieces.get(0).kind() != Kind.WORD) {
            return DataType.ofNative(spelling);
        }
        String word = SYNONYMS.getOrDefault(pieces.get(0).lower(), pieces.get(0).lower());
        List<Integer> numbers = new ArrayList<>();
        List<String> strings = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        int depth = 0;
        for (Piece piece : pieces.subList(1, pieces.size())) {
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            if (piece.kind() == Kind.STRING) {
                strings.add(piece.value());
            } else if (piece.kind() == Kind.NUMBER && depth > 0) {
                numbers.add(Integer.valueOf(piece.text()));
            } else if (piece.kind() != Kind.SIGN) {
                rest.append(' ').append(piece.lower());
            }
        }
        if (word.equals("enum") && rest.isEmpty()) {
            return new DataType(TypeKind.ENUM, List.of(), enumName, strings, null, Map.of());
        }
        if (!strings.isEmpty()) {
            return DataType.ofNative(spelling);
        }
        return plain(word, numbers, rest.toString());
    }

    private DataType plain(String word, List<Integer> numbers, String rest) {
        if (INTEGERS.contains(word)) {
            return integer(word, numbers, rest);
        }
        if (word.equals("year")) {
            return DataType.ofNative(word);
        }
        if (word.equals("bit") && numbers.isEmpty() && rest.isEmpty()) {
            return DataType.ofNative("bit(1)");
        }
        TypeKind kind = rest.isEmpty() ? kind(word, numbers) : null;
        if (kind == null) {
            return DataType.ofNative(spelled(word, numbers, rest));
        }
        boolean timed = kind == TypeKind.TIME || kind == TypeKind.TIMESTAMP || kind == TypeKind.TIMESTAMP_TZ;
        boolean binary = kind == TypeKind.REAL || kind == TypeKind.DOUBLE;
        List<Integer> given = binary ? List.of() : timed && numbers.isEmpty() ? List.of(0) : numbers;
        return new DataType(kind, given, null, List.of(), null, Map.of());
    }

    private static String spelled(String word, List<Integer> numbers, String rest) {
        String brackets = numbers.isEmpty()
                ? ""
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        return word + brackets + rest;
    }

    private static DataType integer(String word, List<Integer> numbers, String rest) {
        if (word.equals("tinyint") && numbers.equals(List.of(1)) && rest.isEmpty()) {
            return DataType.of(TypeKind.BOOLEAN);
        }
        boolean usual = numbers.isEmpty() || numbers.get(0).equals(WIDTHS.get(word + rest));
        if (!usual || !rest.isEmpty()) {
            boolean padded = rest.contains("zerofill");
            return DataType.ofNative(spelled(word, usual && !padded ? List.of() : numbers, rest));
        }
        return switch (word) {
            case "tinyint" -> DataType.of(TypeKind.TINYINT);
            case "smallint" -> DataType.of(TypeKind.SMALLINT);
            case "int" -> DataType.of(TypeKind.INTEGER);
            case "bigint" -> DataType.of(TypeKind.BIGINT);
            default -> DataType.ofNative(word);
        };
    }

    private @Nullable TypeKind kind(String word, List<Integer> numbers) {
        return switch (word) {
            case "bool", "boolean" -> TypeKind.BOOLEAN;
            case "decimal" -> TypeKind.DECIMAL;
            case "float" -> floating(numbers);
            case "double" -> numbers.isEmpty() ? TypeKind.DOUBLE : null;
            case "char" -> TypeKind.CHAR;
            case "varchar" -> TypeKind.VARCHAR;
            case "text" -> numbers.isEmpty() ? TypeKind.TEXT : null;
            case "longtext" -> TypeKind.LONG_TEXT;
            case "binary" -> TypeKind.BINARY;
            case "varbinary" -> TypeKind.VARBINARY;
            case "longblob" -> TypeKind.BLOB;
            case "date" -> TypeKind.DATE;
            case "time" -> TypeKind.TIME;
            case "datetime" -> TypeKind.TIMESTAMP;
            case "timestamp" -> TypeKind.TIMESTAMP_TZ;
            case "json" -> TypeKind.JSON;
            case "uuid" -> nativeUuid ? TypeKind.UUID : null;
            default -> null;
        };
    }

    /** One number is of binary digits: float(53) is a double. Two are digits for display. */
    private static @Nullable TypeKind floating(List<Integer> numbers) {
        if (numbers.size() > 1) {
            return null;
        }
        return numbers.isEmpty() || numbers.get(0) <= 24 ? TypeKind.REAL : TypeKind.DOUBLE;
    }

    // ---- the normal form

    /** Two types that are the same to the database have equal normal forms. */
    DataType normal(DataType given) {
        DataType type = dialect.resolve(given);
        if (type.kind() == TypeKind.NATIVE) {
            DataType read = read(String.valueOf(type.name()), null);
            return read.kind() == TypeKind.NATIVE ? withoutWidth(read) : normal(read);
        }
        return switch (type.kind()) {
            case DECIMAL -> DataType.of(TypeKind.DECIMAL, or(type, 0, 10), or(type, 1, 0));
            case CHAR, BINARY -> DataType.of(type.kind(), or(type, 0, 1));
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> DataType.of(type.kind(), digitsOf(type));
            case UUID -> nativeUuid ? DataType.of(TypeKind.UUID) : DataType.of(TypeKind.BINARY, 16);
            case ENUM -> new DataType(TypeKind.ENUM, List.of(), null, type.values(), null, Map.of());
            default -> type;
        };
    }

    private static Integer or(DataType type, int position, Integer otherwise) {
        Integer given = type.argument(position);
        return given == null ? otherwise : given;
    }

    /** Widths of integers are for display only, but for ZEROFILL. */
    private static DataType withoutWidth(DataType type) {
        String spelling = String.valueOf(type.name()).toLowerCase(Locale.ROOT);
        int open = spelling.indexOf('(');
        boolean width = open > 0 && INTEGERS.contains(spelling.substring(0, open)) && !spelling.contains("zerofill");
        if (!width) {
            return type;
        }
        String word = spelling.substring(0, open);
        return integer(word, List.of(), spelling.substring(spelling.indexOf(')') + 1));
    }

    // ---- families, for literals and defaults

    static boolean isNumeric(DataType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> true;
            case NATIVE -> {
                String word = String.valueOf(type.name()).toLowerCase(Locale.ROOT);
                yield INTEGERS.stream().anyMatch(word::startsWith)
                        || word.startsWith("decimal")
                        || word.startsWith("float")
                        || word.startsWith("double")
                        || word.startsWith("year");
            }
            default -> false;
        };
    }

    static boolean isTemporal(DataType type) {
        return type.kind() == TypeKind.TIMESTAMP || type.kind() == TypeKind.TIMESTAMP_TZ;
    }

    static boolean isBinary(DataType type) {
        return switch (type.kind()) {
            case BINARY, VARBINARY, BLOB -> true;
            case NATIVE -> String.valueOf(type.name()).toLowerCase(Locale.ROOT).matches("(tiny|medium)?blob.*");
            default -> false;
        };
    }

    static boolean isBits(DataType type) {
        return type.kind() == TypeKind.NATIVE
                && String.valueOf(type.name()).toLowerCase(Locale.ROOT).startsWith("bit(");
    }

    /** Types whose default MySQL takes as an expression in brackets only. */
    static boolean isLarge(DataType type) {
        return switch (type.kind()) {
            case TEXT, LONG_TEXT, BLOB, JSON -> true;
            case NATIVE ->
                String.valueOf(type.name())
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                "(tiny|medium)?(text|blob).*|geometry.*|point.*|linestring.*|polygon.*|multi.*|vector.*");
            default -> false;
        };
    }
}
