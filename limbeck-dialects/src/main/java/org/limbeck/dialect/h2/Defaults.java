package org.limbeck.dialect.h2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.SqlText;

/** Defaults as H2 shows them, as values; and their normal form. */
final class Defaults {
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd")
            .appendLiteral(' ')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
            .append(LOCAL)
            .appendOffset("+HH:mm", "Z")
            .toFormatter();

    /** How H2 shows a number that it has converted. */
    private static final Pattern CONVERTED = Pattern.compile("CAST\\((-?[0-9.]+(?:E[+-]?[0-9]+)?) AS [^)]*\\)?\\)");

    private Defaults() {}

    /** The default that an expression of the catalogue is: a value where it is a literal; null for NULL. */
    static @Nullable DefaultValue parse(String sql, DataType type) {
        Matcher converted = CONVERTED.matcher(sql);
        List<String> tokens = Tokens.of(converted.matches() ? converted.group(1) : sql);
        if (tokens.equals(List.of("null"))) {
            return null;
        }
        Object value = literal(tokens, type);
        return value == null
                ? new DefaultValue.Expression(SqlText.of(Tokens.unicode(sql)))
                : new DefaultValue.Literal(value);
    }

    private static @Nullable Object literal(List<String> tokens, DataType type) {
        String last = tokens.get(tokens.size() - 1);
        String words = String.join(" ", tokens.subList(0, tokens.size() - 1));
        if (!Tokens.isString(last)) {
            return plain(String.join("", tokens), type);
        }
        String text = Tokens.string(last);
        try {
            return switch (words) {
                case "", "json" -> text;
                case "date" -> LocalDate.parse(text);
                case "time" -> LocalTime.parse(text);
                case "timestamp" -> LocalDateTime.parse(text, LOCAL);
                case "timestamp with time zone" -> instant(text);
                case "uuid" -> UUID.fromString(text);
                case "x" -> HexFormat.of().parseHex(text);
                default -> null;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Object plain(String word, DataType type) {
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        try {
            BigDecimal number = new BigDecimal(word);
            return switch (type.kind()) {
                case TINYINT, SMALLINT, INTEGER -> number.intValueExact();
                case BIGINT -> number.longValueExact();
                case REAL, DOUBLE -> number.doubleValue();
                default -> number;
            };
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
        boolean hoursOnly = sign > 10 && text.length() - sign == 3;
        return OffsetDateTime.parse(hoursOnly ? text + ":00" : text, OFFSET).toInstant();
    }

    // ---- normal form

    /** One value for all that H2 takes for the same default of a column of a type in its normal form. */
    static @Nullable DefaultValue normal(@Nullable DefaultValue value, DataType type) {
        if (value instanceof DefaultValue.Expression expression) {
            DefaultValue parsed = parse(expression.sql().sql(), type);
            return parsed instanceof DefaultValue.Expression
                    ? new DefaultValue.Expression(
                            SqlText.of(Expressions.normal(expression.sql().sql())))
                    : normal(parsed, type);
        }
        Object literal = value instanceof DefaultValue.Literal given ? given.value() : null;
        if (literal == null) {
            return null;
        }
        return literal instanceof byte[] bytes
                ? new DefaultValue.Expression(
                        SqlText.of("x " + Tokens.quote(HexFormat.of().formatHex(bytes))))
                : new DefaultValue.Literal(typed(plainer(literal), type));
    }

    /** A value of few classes: String, Boolean, BigDecimal, UUID, LocalDate, LocalTime, LocalDateTime, Instant. */
    private static Object plainer(Object value) {
        if (value instanceof Number number) {
            return decimal(number.toString());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return value instanceof Character letter ? letter.toString() : value;
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static Object typed(Object value, DataType type) {
        try {
            return switch (type.kind()) {
                case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE ->
                    value instanceof String text ? decimal(text.strip()) : value;
                case DATE -> value instanceof String text ? LocalDate.parse(text) : value;
                case TIME -> value instanceof String text ? LocalTime.parse(text) : value;
                case TIMESTAMP -> timestamp(value);
                case TIMESTAMP_TZ -> value instanceof String text ? instant(text) : value;
                case UUID -> value instanceof String text ? UUID.fromString(text) : value;
                case JSON -> value instanceof String text ? compact(text) : value;
                case CHAR, VARCHAR, TEXT, LONG_TEXT -> value instanceof UUID uuid ? uuid.toString() : value;
                default -> value;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return value;
        }
    }

    private static Object timestamp(Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, java.time.ZoneOffset.UTC);
        }
        return value instanceof String text ? LocalDateTime.parse(text, LOCAL) : value;
    }

    /** JSON without blanks between its tokens, as H2 keeps it. */
    private static String compact(String json) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\' && i + 1 < json.length()) {
                text.append(c).append(json.charAt(++i));
                continue;
            }
            quoted ^= c == '"';
            if (quoted || !Character.isWhitespace(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
