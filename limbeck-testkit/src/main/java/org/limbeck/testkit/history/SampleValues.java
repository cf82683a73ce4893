package org.limbeck.testkit.history;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DataType;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** Small values of every type, a different one for each number, as far as the type has so many. */
final class SampleValues {
    private static final int DIGITS_OF_ALL = 9;
    private static final int TINY = 100;

    private SampleValues() {}

    /** The value for a number from 1; null where no value of the type is known. */
    static @Nullable Object of(DataType type, Schema schema, int number) {
        return switch (type.kind()) {
            case BOOLEAN -> number % 2 == 0;
            case TINYINT -> number % TINY;
            case SMALLINT, INTEGER, BIGINT -> number;
            case DECIMAL -> decimal(type, number);
            case REAL, DOUBLE -> number + 0.5;
            case CHAR, VARCHAR, TEXT, LONG_TEXT -> text(type.argument(0), number);
            case BINARY -> bytes(type.argument(0), number, true);
            case VARBINARY, BLOB -> bytes(type.argument(0), number, false);
            case DATE -> LocalDate.of(2020, 1, 1).plusDays(number);
            case TIME -> LocalTime.MIDNIGHT.plusMinutes(number);
            case TIMESTAMP -> LocalDateTime.of(2020, 1, 1, 12, 0).plusMinutes(number);
            case TIMESTAMP_TZ -> Instant.parse("2020-01-01T12:00:00Z").plus(Duration.ofMinutes(number));
            case UUID -> new UUID(0, number);
            case JSON -> "{\"n\": " + number + "}";
            case ENUM -> first(type, schema);
            case ARRAY -> null;
            case NATIVE -> null;
        };
    }

    private static BigDecimal decimal(DataType type, int number) {
        Integer precision = type.argument(0);
        Integer scale = type.argument(1);
        if (precision == null) {
            return BigDecimal.valueOf(number);
        }
        int whole = Math.min(DIGITS_OF_ALL, precision - (scale == null ? 0 : scale));
        return whole > 0
                ? BigDecimal.valueOf(number % (long) Math.pow(10, whole))
                : BigDecimal.valueOf(number % 10, scale == null ? 1 : scale);
    }

    /** Ends with what differs, so that short columns differ, too. */
    private static String text(@Nullable Integer length, int number) {
        String text = "t" + Integer.toString(number, Character.MAX_RADIX);
        return length == null || text.length() <= length ? text : text.substring(text.length() - length);
    }

    private static byte[] bytes(@Nullable Integer length, int number, boolean fixed) {
        byte[] number4 = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        if (length == null) {
            return number4;
        }
        if (length < number4.length) {
            return Arrays.copyOfRange(number4, number4.length - length, number4.length);
        }
        return fixed ? Arrays.copyOf(number4, length) : number4;
    }

    /** Always the same one: others may have been added by the revision that is taken down. */
    private static @Nullable String first(DataType type, Schema schema) {
        List<String> values = type.values();
        String name = type.name();
        if (values.isEmpty() && name != null) {
            EnumType known = schema.enums().get(QualifiedName.parse(name));
            values = known == null ? List.of() : known.values();
        }
        return values.isEmpty() ? null : values.get(0);
    }
}
