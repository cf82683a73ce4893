package org.limbeck.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Values of rows and defaults as Java expressions of the same type. */
final class JavaValues {
    private JavaValues() {}

    /**
     * The expression that gives the value.
     *
     * @throws org.limbeck.error.LimbeckException INVALID_OPERATION if a script cannot hold a value of its type
     */
    static Code of(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Code.plain(String.valueOf(value));
        }
        if (value instanceof String text) {
            return Code.text(text);
        }
        if (value instanceof Character c) {
            return character(c);
        }
        return value instanceof Number number ? number(number) : other(value);
    }

    private static Code character(char c) {
        String quoted = JavaStrings.literal(String.valueOf(c));
        String inside = quoted.substring(1, quoted.length() - 1);
        String body = switch (c) {
            case '"' -> "\"";
            case '\'' -> "\\'";
            default -> inside;
        };
        return Code.plain("'" + body + "'");
    }

    private static Code number(Number number) {
        if (number instanceof Integer) {
            return Code.plain(number);
        }
        if (number instanceof Long) {
            return Code.plain(number + "L");
        }
        if (number instanceof Short || number instanceof Byte) {
            return Code.plain((number instanceof Short ? "(short) " : "(byte) ") + number);
        }
        if (number instanceof Double || number instanceof Float) {
            return floating(number);
        }
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            return Code.of(number.getClass().getName(), "new", List.of(Code.text(number.toString())));
        }
        throw unknown(number);
    }

    private static Code floating(Number number) {
        String type = number instanceof Float ? "Float" : "Double";
        String text = number.toString();
        boolean plain = Double.isFinite(number.doubleValue());
        if (plain) {
            return Code.plain(type.equals("Float") ? text + "f" : text);
        }
        return Code.plain(type
                + (text.equals("NaN") ? ".NaN" : text.startsWith("-") ? ".NEGATIVE_INFINITY" : ".POSITIVE_INFINITY"));
    }

    private static Code other(Object value) {
        if (value instanceof UUID uuid) {
            return Code.of("java.util.UUID", "fromString", List.of(Code.text(uuid.toString())));
        }
        if (value instanceof byte[] bytes) {
            Code hex = Code.text(HexFormat.of().formatHex(bytes));
            return new Links(Code.of("java.util.HexFormat", "of", List.of()))
                    .then("parseHex", hex)
                    .code();
        }
        if (value instanceof Temporal time && time.getClass().getPackageName().equals("java.time")) {
            return Code.of(time.getClass().getName(), "parse", List.of(Code.text(time.toString())));
        }
        if (value instanceof Enum<?> constant) {
            return Code.text(constant.name());
        }
        throw unknown(value);
    }

    private static RuntimeException unknown(Object value) {
        return Problem.of(
                        ErrorCode.INVALID_OPERATION,
                        "A script cannot hold a value of type "
                                + value.getClass().getName())
                .why("It can hold texts, numbers, booleans, UUIDs, bytes and the types of java.time.")
                .exception();
    }
}
