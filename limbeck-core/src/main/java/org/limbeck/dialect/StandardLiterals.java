package org.limbeck.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;

/** Values as literals of standard SQL; a dialect overrides what it writes differently. Instants are UTC. */
public class StandardLiterals {

    /** The literal of any value that a script may give. */
    public final String of(@Nullable Object value, @Nullable DataType type) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof String || value instanceof Character || value instanceof Enum<?>) {
            return string(value instanceof Enum<?> constant ? constant.name() : value.toString(), type);
        }
        if (value instanceof Boolean truth) {
            return bool(truth, type);
        }
        if (value instanceof byte[] bytes) {
            return bytes(HexFormat.of().withUpperCase().formatHex(bytes), type);
        }
        if (value instanceof UUID uuid) {
            return uuid(uuid, type);
        }
        String number = number(value);
        return number != null ? number : time(value, type);
    }

    private static @Nullable String number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            double d = ((Number) value).doubleValue();
            if (Double.isNaN(d) || Double.isInfinite(d)) {
                throw unknown(value);
            }
            return value.toString();
        }
        boolean whole = value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger;
        return whole ? value.toString() : null;
    }

    private String time(Object value, @Nullable DataType type) {
        if (value instanceof LocalDate date) {
            return date(date.toString(), type);
        }
        if (value instanceof LocalTime time) {
            return timeOfDay(seconds(time), type);
        }
        if (value instanceof LocalDateTime dateTime) {
            return timestamp(dateTime.toLocalDate() + " " + seconds(dateTime.toLocalTime()), type);
        }
        if (value instanceof Instant instant) {
            return instant(instant.atOffset(ZoneOffset.UTC), type);
        }
        if (value instanceof OffsetDateTime offset) {
            return instant(offset.withOffsetSameInstant(ZoneOffset.UTC), type);
        }
        if (value instanceof ZonedDateTime zoned) {
            return instant(zoned.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC), type);
        }
        throw unknown(value);
    }

    /** {@code 09:31:00} or, where there is a fraction, {@code 09:31:00.123}. */
    protected static String seconds(LocalTime time) {
        String text = time.toString();
        return text.length() == 5 ? text + ":00" : text;
    }

    protected String string(String value, @Nullable DataType type) {
        return "'" + value.replace("'", "''") + "'";
    }

    protected String bool(boolean value, @Nullable DataType type) {
        return value ? "TRUE" : "FALSE";
    }

    /** @param hex the bytes in upper-case hexadecimal digits */
    protected String bytes(String hex, @Nullable DataType type) {
        return "X'" + hex + "'";
    }

    protected String uuid(UUID value, @Nullable DataType type) {
        return "'" + value + "'";
    }

    protected String date(String iso, @Nullable DataType type) {
        return "DATE '" + iso + "'";
    }

    protected String timeOfDay(String iso, @Nullable DataType type) {
        return "TIME '" + iso + "'";
    }

    /** @param text {@code 2026-11-20 09:31:00[.fraction]} */
    protected String timestamp(String text, @Nullable DataType type) {
        return "TIMESTAMP '" + text + "'";
    }

    /** @param utc the instant at offset zero */
    protected String instant(OffsetDateTime utc, @Nullable DataType type) {
        return "TIMESTAMP WITH TIME ZONE '" + utc.toLocalDate() + " " + seconds(utc.toLocalTime()) + "+00:00'";
    }

    private static RuntimeException unknown(Object value) {
        return Problem.of(
                        ErrorCode.INVALID_OPERATION,
                        "A value of " + value.getClass().getName() + " cannot be written as SQL")
                .why("Known are text, numbers, booleans, UUID, byte[], and the types of java.time.")
                .todo("Convert it, or give an expression: sqlValue(\"...\")")
                .exception();
    }
}
