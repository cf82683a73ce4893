package org.limbeck.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A column type: a logical kind with its arguments, and other types for some dialects.
 *
 * @param kind the logical kind
 * @param arguments length, or precision and scale, or digits of a second; empty where the dialect's own is meant
 * @param name the enum's name ({@code [schema.]name}) or the native spelling, else null
 * @param values the enum's values, in order; may be empty where the database holds them under the name
 * @param element the type of an array's elements, else null
 * @param perDialect other types, by dialect name
 */
public record DataType(
        TypeKind kind,
        List<Integer> arguments,
        @Nullable String name,
        List<String> values,
        @Nullable DataType element,
        Map<String, DataType> perDialect) {

    public DataType {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
        perDialect = Copies.of(perDialect);
    }

    public static DataType of(TypeKind kind, Integer... arguments) {
        return new DataType(kind, List.of(arguments), null, List.of(), null, Map.of());
    }

    /** The database's own spelling, such as {@code citext}; passed through as it is. */
    public static DataType ofNative(String spelling) {
        return new DataType(TypeKind.NATIVE, List.of(), spelling, List.of(), null, Map.of());
    }

    /** A named set of values. */
    public static DataType ofEnum(String name, List<String> values) {
        return new DataType(TypeKind.ENUM, List.of(), name, values, null, Map.of());
    }

    public static DataType arrayOf(DataType element) {
        return new DataType(TypeKind.ARRAY, List.of(), null, List.of(), element, Map.of());
    }

    /** The same type with a different one for a dialect. */
    public DataType on(String dialect, DataType other) {
        return new DataType(kind, arguments, name, values, element, Copies.with(perDialect, dialect, other));
    }

    /** The same type with a native spelling for a dialect. */
    public DataType on(String dialect, String spelling) {
        return on(dialect, ofNative(spelling));
    }

    /** The same type without those given for single dialects. */
    public DataType plain() {
        return perDialect.isEmpty() ? this : new DataType(kind, arguments, name, values, element, Map.of());
    }

    /** An argument by position, or null where it is not given. */
    public @Nullable Integer argument(int position) {
        return position < arguments.size() ? arguments.get(position) : null;
    }
}
