package org.limbeck.dialect.h2;

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

/** H2's spelling of types, both ways. Immutable and thread-safe. */
final class Types {
    private static final Pattern SHAPE = Pattern.compile("([A-Z][A-Z0-9_ ]*?)(?: ?\\( ?([0-9 ,]+)\\)(?: ([A-Z ]+))?)?");
    private static final Pattern ENUM = Pattern.compile("ENUM ?\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What H2 takes for a VARCHAR without length: 2.2.220 and later, and before. */
    private static final List<Integer> LONGEST_TEXT = List.of(1_000_000_000, 1_048_576);

    private static final Map<String, TypeKind> WITHOUT_ARGUMENTS = Map.ofEntries(
            Map.entry("BOOLEAN", TypeKind.BOOLEAN),
            Map.entry("BOOL", TypeKind.BOOLEAN),
            Map.entry("TINYINT", TypeKind.TINYINT),
            Map.entry("SMALLINT", TypeKind.SMALLINT),
            Map.entry("INT2", TypeKind.SMALLINT),
            Map.entry("INTEGER", TypeKind.INTEGER),
            Map.entry("INT", TypeKind.INTEGER),
            Map.entry("INT4", TypeKind.INTEGER),
            Map.entry("BIGINT", TypeKind.BIGINT),
            Map.entry("INT8", TypeKind.BIGINT),
            Map.entry("DECFLOAT", TypeKind.DECIMAL),
            Map.entry("REAL", TypeKind.REAL),
            Map.entry("DOUBLE", TypeKind.DOUBLE),
            Map.entry("DOUBLE PRECISION", TypeKind.DOUBLE),
            Map.entry("FLOAT", TypeKind.DOUBLE),
            Map.entry("CHARACTER LARGE OBJECT", TypeKind.TEXT),
            Map.entry("CLOB", TypeKind.TEXT),
            Map.entry("TEXT", TypeKind.TEXT),
            Map.entry("BINARY LARGE OBJECT", TypeKind.BLOB),
            Map.entry("BLOB", TypeKind.BLOB),
            Map.entry("DATE", TypeKind.DATE),
            Map.entry("UUID", TypeKind.UUID),
            Map.entry("JSON", TypeKind.JSON));

    private static final Map<String, TypeKind> WITH_ARGUMENTS = Map.ofEntries(
            Map.entry("NUMERIC", TypeKind.DECIMAL),
            Map.entry("DECIMAL", TypeKind.DECIMAL),
            Map.entry("DEC", TypeKind.DECIMAL),
            Map.entry("CHARACTER", TypeKind.CHAR),
            Map.entry("CHAR", TypeKind.CHAR),
            Map.entry("CHARACTER VARYING", TypeKind.VARCHAR),
            Map.entry("CHAR VARYING", TypeKind.VARCHAR),
            Map.entry("VARCHAR", TypeKind.VARCHAR),
            Map.entry("BINARY", TypeKind.BINARY),
            Map.entry("BINARY VARYING", TypeKind.VARBINARY),
            Map.entry("VARBINARY", TypeKind.VARBINARY),
            Map.entry("TIME", TypeKind.TIME),
            Map.entry("TIME WITHOUT TIME ZONE", TypeKind.TIME),
            Map.entry("TIMESTAMP", TypeKind.TIMESTAMP),
            Map.entry("TIMESTAMP WITHOUT TIME ZONE", TypeKind.TIMESTAMP),
            Map.entry("DATETIME", TypeKind.TIMESTAMP),
            Map.entry("TIMESTAMP WITH TIME ZONE", TypeKind.TIMESTAMP_TZ));

    private final Dialect dialect;

    Types(Dialect dialect) {
        this.dialect = dialect;
    }

    // ---- to SQL

    /** The spelling of a type that has no others for dialects. */
    String spell(DataType type) {
        return switch (type.kind()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, REAL, BLOB, DATE, UUID, JSON ->
                type.kind().name();
            case DOUBLE -> "DOUBLE PRECISION";
            // NUMERIC without arguments has no digits after the point in H2; DECFLOAT has as many as are given.
            case DECIMAL -> type.arguments().isEmpty() ? "DECFLOAT" : "NUMERIC" + arguments(type);
            case CHAR, VARCHAR, BINARY, VARBINARY, TIME, TIMESTAMP ->
                type.kind().name() + arguments(type);
            case TEXT, LONG_TEXT -> "CLOB";
            case TIMESTAMP_TZ -> "TIMESTAMP" + arguments(type) + " WITH TIME ZONE";
            case ENUM -> "ENUM(" + values(type) + ")";
            case ARRAY -> spell(dialect.resolve(element(type))) + " ARRAY";
            case NATIVE -> String.valueOf(type.name());
        };
    }

    private static String arguments(DataType type) {
        return type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private String values(DataType type) {
        if (type.values().isEmpty()) {
            throw Unsupported.on(
                    dialect,
                    "enum " + type.name() + " without values",
                    "The values are kept at each column.",
                    "Give them at the column:  enumOf(\"" + type.name() + "\", \"a\", \"b\")");
        }
        return type.values().stream().map(v -> dialect.literal(v, null)).collect(Collectors.joining(", "));
    }

    private static DataType element(DataType type) {
        if (type.element() == null) {
            throw new IllegalArgumentException("an array needs the type of its elements");
        }
        return type.element();
    }

    // ---- from SQL

    /** The one value for all spellings of the same type; what is not known stays native. */
    DataType normal(DataType type) {
        DataType here = dialect.resolve(type);
        boolean unfinished = here.kind() == TypeKind.ENUM && here.values().isEmpty();
        DataType normal = unfinished ? here : parse(spell(here));
        String words = normal.kind() == TypeKind.NATIVE ? String.valueOf(normal.name()) : "";
        boolean bare = !words.isEmpty() && words.indexOf('"') < 0 && words.indexOf('\'') < 0;
        return bare ? DataType.ofNative(words.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT)) : normal;
    }

    /** The type of a spelling, whatever its case. */
    static DataType parse(String sql) {
        String text = sql.strip();
        Matcher set = ENUM.matcher(text);
        String upper = text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (upper.endsWith(" ARRAY")) {
            return DataType.arrayOf(parse(text.substring(0, text.length() - " ARRAY".length())));
        }
        if (set.matches()) {
            return new DataType(TypeKind.ENUM, List.of(), null, strings(set.group(1)), null, Map.of());
        }
        Matcher shape = SHAPE.matcher(upper);
        return shape.matches() ? parse(text, shape) : DataType.ofNative(text);
    }

    private static List<String> strings(String list) {
        List<String> values = new ArrayList<>();
        for (String token : Tokens.of(list)) {
            if (Tokens.isString(token)) {
                values.add(Tokens.string(token));
            }
        }
        return values;
    }

    private static DataType parse(String text, Matcher shape) {
        String name = shape.group(1) + (shape.group(3) == null ? "" : " " + shape.group(3));
        List<Integer> arguments = new ArrayList<>();
        if (shape.group(2) != null) {
            for (String argument : shape.group(2).split(",", -1)) {
                arguments.add(Integer.valueOf(argument.strip()));
            }
        }
        if (arguments.isEmpty() && WITHOUT_ARGUMENTS.containsKey(name)) {
            return DataType.of(WITHOUT_ARGUMENTS.get(name));
        }
        if (name.equals("FLOAT") && arguments.size() == 1) {
            return DataType.of(arguments.get(0) <= 24 ? TypeKind.REAL : TypeKind.DOUBLE);
        }
        TypeKind kind = WITH_ARGUMENTS.get(name);
        return kind == null ? DataType.ofNative(text) : withArguments(kind, arguments, text);
    }

    private static DataType withArguments(TypeKind kind, List<Integer> arguments, String text) {
        Integer first = arguments.isEmpty() ? null : arguments.get(0);
        return switch (kind) {
            case DECIMAL ->
                first == null
                        ? DataType.ofNative("NUMERIC")
                        : DataType.of(kind, first, arguments.size() > 1 ? arguments.get(1) : 0);
            case CHAR, BINARY -> DataType.of(kind, first == null ? 1 : first);
            case VARCHAR, VARBINARY ->
                first == null || LONGEST_TEXT.contains(first) ? DataType.of(kind) : DataType.of(kind, first);
            case TIME -> first == null || first == 0 ? DataType.of(kind) : DataType.of(kind, first);
            case TIMESTAMP, TIMESTAMP_TZ -> first == null || first == 6 ? DataType.of(kind) : DataType.of(kind, first);
            default -> DataType.ofNative(text);
        };
    }
}
