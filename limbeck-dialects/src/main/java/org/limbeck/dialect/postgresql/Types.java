package org.limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TypeKind;

/** Types in PostgreSQL's spelling, both ways. */
final class Types {
    /** {@code base(1, 2) suffix}, as format_type writes it and as people do. */
    private static final Pattern SPELLING =
            Pattern.compile("([a-z_][a-z0-9_ ]*?)\\s*(?:\\(\\s*(-?\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?\\s*"
                    + "((?:with|without) time zone)?");

    private static final Map<String, TypeKind> KINDS = Map.ofEntries(
            Map.entry("boolean", TypeKind.BOOLEAN),
            Map.entry("bool", TypeKind.BOOLEAN),
            Map.entry("smallint", TypeKind.SMALLINT),
            Map.entry("int2", TypeKind.SMALLINT),
            Map.entry("integer", TypeKind.INTEGER),
            Map.entry("int", TypeKind.INTEGER),
            Map.entry("int4", TypeKind.INTEGER),
            Map.entry("bigint", TypeKind.BIGINT),
            Map.entry("int8", TypeKind.BIGINT),
            Map.entry("numeric", TypeKind.DECIMAL),
            Map.entry("decimal", TypeKind.DECIMAL),
            Map.entry("real", TypeKind.REAL),
            Map.entry("float4", TypeKind.REAL),
            Map.entry("double precision", TypeKind.DOUBLE),
            Map.entry("float8", TypeKind.DOUBLE),
            Map.entry("float", TypeKind.DOUBLE),
            Map.entry("character", TypeKind.CHAR),
            Map.entry("char", TypeKind.CHAR),
            Map.entry("character varying", TypeKind.VARCHAR),
            Map.entry("varchar", TypeKind.VARCHAR),
            Map.entry("text", TypeKind.TEXT),
            Map.entry("bytea", TypeKind.BLOB),
            Map.entry("date", TypeKind.DATE),
            Map.entry("time", TypeKind.TIME),
            Map.entry("timestamp", TypeKind.TIMESTAMP),
            Map.entry("timestamptz", TypeKind.TIMESTAMP_TZ),
            Map.entry("uuid", TypeKind.UUID),
            Map.entry("jsonb", TypeKind.JSON));

    private Types() {}

    /** The spelling of a type, resolved for this dialect already. */
    static String spelled(Dialect dialect, DataType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case TINYINT, SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "numeric" + arguments(type);
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char" + arguments(type);
            case VARCHAR -> "varchar" + arguments(type);
            case TEXT, LONG_TEXT -> "text";
            case BINARY, VARBINARY, BLOB -> "bytea";
            case DATE -> "date";
            case TIME -> "time" + arguments(type);
            case TIMESTAMP -> "timestamp" + arguments(type);
            case TIMESTAMP_TZ -> "timestamptz" + arguments(type);
            case UUID -> "uuid";
            case JSON -> "jsonb";
            case ENUM -> Names.qualified(dialect, QualifiedName.parse(nameOf(type)));
            case ARRAY -> spelled(dialect, dialect.resolve(elementOf(type))) + "[]";
            case NATIVE -> nameOf(type);
        };
    }

    private static String arguments(DataType type) {
        if (type.arguments().isEmpty()) {
            return "";
        }
        return "("
                + String.join(
                        ",", type.arguments().stream().map(String::valueOf).toList()) + ")";
    }

    /** One spelling of a type that was read, for comparing. */
    static String common(DataType type) {
        return switch (type.kind()) {
            case ARRAY -> common(elementOf(type)) + "[]";
            case NATIVE -> nameOf(type);
            case TIMESTAMP_TZ -> "timestamptz" + arguments(type);
            case DECIMAL -> "numeric" + arguments(type);
            case DOUBLE -> "double precision";
            case BLOB -> "bytea";
            case JSON -> "jsonb";
            default -> type.kind().name().toLowerCase(Locale.ROOT) + arguments(type);
        };
    }

    static String nameOf(DataType type) {
        if (type.name() == null) {
            throw new IllegalArgumentException("a type of kind " + type.kind() + " needs a name");
        }
        return type.name();
    }

    static DataType elementOf(DataType type) {
        if (type.element() == null) {
            throw new IllegalArgumentException("an array needs the type of its elements");
        }
        return type.element();
    }

    /** The logical type of a spelling; a native one where there is none. */
    static DataType parse(String spelling) {
        String text = spelling.strip();
        if (text.endsWith("[]")) {
            return DataType.arrayOf(parse(text.substring(0, text.length() - 2)));
        }
        if (text.toLowerCase(Locale.ROOT).endsWith(" array")) {
            return DataType.arrayOf(parse(text.substring(0, text.length() - " array".length())));
        }
        Matcher matcher = SPELLING.matcher(text.toLowerCase(Locale.ROOT));
        DataType known = matcher.matches() ? known(matcher) : null;
        return known == null ? DataType.ofNative(text) : known;
    }

    private static @Nullable DataType known(Matcher matcher) {
        TypeKind kind = KINDS.get(matcher.group(1).strip().replaceAll("\\s+", " "));
        String zone = matcher.group(4);
        if (kind == null || (zone != null && kind != TypeKind.TIMESTAMP && kind != TypeKind.TIME)) {
            return null;
        }
        if (zone != null && zone.startsWith("with ")) {
            if (kind == TypeKind.TIME) {
                return null;
            }
            kind = TypeKind.TIMESTAMP_TZ;
        }
        String first = matcher.group(2);
        String second = matcher.group(3);
        if (first == null) {
            return DataType.of(kind);
        }
        return switch (kind) {
            // The digits are binary ones: float(53) is a double.
            case DOUBLE -> second == null ? DataType.of(Integer.parseInt(first) <= 24 ? TypeKind.REAL : kind) : null;
            case DECIMAL, CHAR, VARCHAR, TIME, TIMESTAMP, TIMESTAMP_TZ ->
                DataType.of(
                        kind,
                        second == null
                                ? new Integer[] {Integer.valueOf(first)}
                                : new Integer[] {Integer.valueOf(first), Integer.valueOf(second)});
            default -> null;
        };
    }

    /** The type as the catalogue gives it back: kinds that are one type here are one kind. */
    static DataType normal(Dialect dialect, DataType given) {
        DataType type = dialect.resolve(given);
        return switch (type.kind()) {
            case TINYINT -> DataType.of(TypeKind.SMALLINT);
            case LONG_TEXT -> DataType.of(TypeKind.TEXT);
            case BINARY, VARBINARY, BLOB -> DataType.of(TypeKind.BLOB);
            case VARCHAR -> type;
            case CHAR -> type.arguments().isEmpty() ? DataType.of(TypeKind.CHAR, 1) : type;
            case DECIMAL ->
                type.arguments().size() == 1
                        ? DataType.of(TypeKind.DECIMAL, type.arguments().get(0), 0)
                        : type;
            // Six digits are what the server keeps anyway.
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> type.arguments().equals(List.of(6)) ? DataType.of(type.kind()) : type;
            case ENUM -> DataType.ofEnum(QualifiedName.parse(nameOf(type)).toString(), List.of());
            case ARRAY -> normalArray(dialect, type);
            case NATIVE -> normalNative(dialect, nameOf(type));
            default -> DataType.of(type.kind());
        };
    }

    /** The number of dimensions is no part of an array's type (any version). */
    private static DataType normalArray(Dialect dialect, DataType type) {
        DataType element = normal(dialect, elementOf(type));
        return element.kind() == TypeKind.ARRAY ? element : DataType.arrayOf(element);
    }

    private static DataType normalNative(Dialect dialect, String spelling) {
        DataType parsed = parse(spelling);
        if (parsed.kind() != TypeKind.NATIVE) {
            return normal(dialect, parsed);
        }
        String tidy = spelling.strip().replaceAll("\\s+", " ").replaceAll("\\s*([(),])\\s*", "$1");
        return DataType.ofNative(tidy.indexOf('"') >= 0 ? tidy : tidy.toLowerCase(Locale.ROOT));
    }
}
