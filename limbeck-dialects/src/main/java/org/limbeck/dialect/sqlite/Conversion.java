package org.limbeck.dialect.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/**
 * How values get another type. SQLite converts what it can by the affinity of the new column and keeps the rest as it
 * is, so nothing is lost unless it is cut on purpose.
 */
final class Conversion {
    private static final List<TypeKind> WHOLE =
            List.of(TypeKind.BOOLEAN, TypeKind.TINYINT, TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT);

    private Conversion() {}

    /** The value in the copy, where nothing is said and everything must fit. */
    static String kept(String value, String oldName, String newName) {
        if (SqliteTypes.textual(oldName) && SqliteTypes.raw(newName)) {
            return "CAST(" + value + " AS BLOB)";
        }
        boolean bytes = !oldName.isBlank() && SqliteTypes.raw(oldName);
        return bytes && SqliteTypes.textual(newName) ? "CAST(" + value + " AS TEXT)" : value;
    }

    /** The value cut to what the new type holds. */
    static String cut(String value, DataType type) {
        Integer first = type.argument(0);
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT -> "CAST(" + value + " AS INTEGER)";
            case REAL, DOUBLE -> "CAST(" + value + " AS REAL)";
            case DECIMAL ->
                first == null ? "CAST(" + value + " AS NUMERIC)" : "round(" + value + ", " + scale(type) + ")";
            case CHAR, VARCHAR -> first == null ? value : "substr(" + value + ", 1, " + first + ")";
            case BINARY, VARBINARY -> first == null ? value : "substr(CAST(" + value + " AS BLOB), 1, " + first + ")";
            default -> value;
        };
    }

    /** The condition under which a value that is not NULL fits a type; empty where every value does. */
    static Optional<String> fits(Dialect dialect, String value, DataType type, List<String> enumValues) {
        Integer first = type.argument(0);
        return Optional.ofNullable(
                switch (type.kind()) {
                    case BOOLEAN -> value + " IN (0, 1)";
                    case TINYINT -> whole(value, "127");
                    case SMALLINT -> whole(value, "32767");
                    case INTEGER -> whole(value, "2147483647");
                    case BIGINT -> value + " = CAST(" + value + " AS INTEGER)";
                    case REAL, DOUBLE -> value + " = CAST(" + value + " AS REAL)";
                    case DECIMAL -> decimal(value, type);
                    case CHAR, VARCHAR -> first == null ? null : "length(" + value + ") <= " + first;
                    case BINARY, VARBINARY -> first == null ? null : "length(CAST(" + value + " AS BLOB)) <= " + first;
                    case DATE -> "date(" + value + ") IS NOT NULL";
                    case TIME -> "time(" + value + ") IS NOT NULL";
                    case TIMESTAMP, TIMESTAMP_TZ -> "datetime(" + value + ") IS NOT NULL";
                    case UUID -> "length(" + value + ") = 36";
                    case JSON -> "json_valid(" + value + ")";
                    case ENUM ->
                        enumValues.stream()
                                .map(v -> dialect.literal(v, null))
                                .collect(Collectors.joining(", ", value + " IN (", ")"));
                    default -> null;
                });
    }

    private static String whole(String value, String most) {
        String number = "CAST(" + value + " AS INTEGER)";
        return value + " = " + number + " AND " + number + " BETWEEN -" + most + " - 1 AND " + most;
    }

    private static String decimal(String value, DataType type) {
        Integer precision = type.argument(0);
        String number = value + " = CAST(" + value + " AS NUMERIC)";
        if (precision == null) {
            return number;
        }
        int scale = scale(type);
        return number + " AND abs(" + value + ") < 1e" + (precision - scale) + " AND round(" + value + ", " + scale
                + ") = CAST(" + value + " AS NUMERIC)";
    }

    private static int scale(DataType type) {
        Integer scale = type.argument(1);
        return scale == null ? 0 : scale;
    }

    /** Whether every value of one type fits the other, so that there is nothing to look for. */
    static boolean widens(DataType from, DataType to) {
        if (to.kind() == TypeKind.TEXT || to.kind() == TypeKind.LONG_TEXT || to.kind() == TypeKind.NATIVE) {
            return true;
        }
        if (from.kind() == TypeKind.ENUM) {
            return to.kind() == TypeKind.ENUM && to.values().containsAll(from.values());
        }
        if (WHOLE.contains(from.kind())) {
            return WHOLE.indexOf(to.kind()) >= WHOLE.indexOf(from.kind());
        }
        return from.kind() == to.kind()
                && atLeast(to.argument(0), from.argument(0))
                && (from.kind() != TypeKind.DECIMAL || wider(from, to));
    }

    private static boolean wider(DataType from, DataType to) {
        Integer before = from.argument(0);
        Integer after = to.argument(0);
        return after == null
                || (before != null && scale(to) >= scale(from) && after - scale(to) >= before - scale(from));
    }

    private static boolean atLeast(@Nullable Integer after, @Nullable Integer before) {
        return after == null || (before != null && after >= before);
    }
}
