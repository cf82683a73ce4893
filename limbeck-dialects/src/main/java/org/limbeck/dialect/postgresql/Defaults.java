package org.limbeck.dialect.postgresql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.TypeKind;

/** Defaults as the catalogue writes them, as values where they are values. */
final class Defaults {
    private static final String CAST = "(?:\\s*::\\s*(?:\"(?:[^\"]|\"\")*\"|[\\w. ])+(?:\\([0-9, ]+\\))?"
            + "(?:\\s+with(?:out)? time zone)?(?:\\[\\])*)*";
    private static final Pattern STRING = Pattern.compile(
            "(?:(?:date|time|timestamp|timestamptz|timestamp with(?:out)? time zone|time with(?:out)? time zone)\\s+)?"
                    + "'((?:[^']|'')*)'" + CAST,
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("\\(?\\s*(-?\\s*[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\\s*\\)?" + CAST);
    private static final Pattern WORD = Pattern.compile("(true|false|null)" + CAST, Pattern.CASE_INSENSITIVE);

    /** {@code 2026-01-01 00:00:00[.fraction]+00[:30]}, as the server writes an instant. */
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXXXX][X]")
            .toFormatter(Locale.ROOT);

    private Defaults() {}

    /** A default as it is read from the catalogue; null where NULL is the default, which is none. */
    static @Nullable DefaultValue read(String text, DataType type) {
        String bare = withoutBrackets(text.strip());
        Matcher string = STRING.matcher(bare);
        if (string.matches()) {
            return new DefaultValue.Literal(typed(string.group(1).replace("''", "'"), type.kind()));
        }
        Matcher number = NUMBER.matcher(bare);
        if (number.matches()) {
            return new DefaultValue.Literal(typed(number.group(1).replace(" ", ""), type.kind()));
        }
        Matcher word = WORD.matcher(bare);
        if (!word.matches()) {
            return new DefaultValue.Expression(SqlText.of(text));
        }
        String value = word.group(1).toLowerCase(Locale.ROOT);
        return value.equals("null") ? null : new DefaultValue.Literal(typed(value, type.kind()));
    }

    private static String withoutBrackets(String text) {
        boolean plain = text.startsWith("(") && text.endsWith(")") && text.indexOf(')') == text.length() - 1;
        return plain ? withoutBrackets(text.substring(1, text.length() - 1).strip()) : text;
    }

    /** The normal form: values in the one Java type that fits the column, expressions in one spelling. */
    static @Nullable DefaultValue normal(@Nullable DefaultValue value, DataType type, PostgresqlDialect dialect) {
        if (value instanceof DefaultValue.Literal literal) {
            return literal.value() == null ? null : new DefaultValue.Literal(canonical(literal.value(), type.kind()));
        }
        if (!(value instanceof DefaultValue.Expression expression)) {
            return null;
        }
        DefaultValue read = read(dialect.words(expression.sql()), type);
        return read instanceof DefaultValue.Expression plain
                ? new DefaultValue.Expression(
                        SqlText.of(clock(Expressions.normal(plain.sql().sql()))))
                : read;
    }

    /** The beginning of the transaction has three names. */
    private static String clock(String expression) {
        return expression.equals("now()") || expression.equals("transaction_timestamp()")
                ? "current_timestamp"
                : expression;
    }

    /** The value that a text stands for in a column; the text itself where it cannot be read. */
    private static Object typed(String text, TypeKind kind) {
        try {
            return switch (kind) {
                case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> number(new BigDecimal(text.strip()));
                case BOOLEAN -> truth(text);
                case DATE -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
                case TIME -> LocalTime.parse(text);
                case TIMESTAMP ->
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text.replace(' ', 'T'));
                case TIMESTAMP_TZ -> OffsetDateTime.parse(text, INSTANT).toInstant();
                case UUID -> UUID.fromString(text);
                case JSON -> compact(text);
                case BINARY, VARBINARY, BLOB -> text.startsWith("\\x") ? text.toLowerCase(Locale.ROOT) : text;
                default -> text;
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return text;
        }
    }

    private static Object truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> true;
            case "f", "false", "n", "no", "off", "0" -> false;
            default -> text;
        };
    }

    private static Object number(BigDecimal value) {
        BigDecimal least = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (least.scale() > 0 || least.precision() - least.scale() > 18) {
            return least;
        }
        long whole = least.longValueExact();
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    private static Object canonical(Object value, TypeKind kind) {
        if (value instanceof Number) {
            BigDecimal number = new BigDecimal(value.toString());
            return Literals.isNumber(kind) ? number(number) : typed(number.toPlainString(), kind);
        }
        if (value instanceof Boolean truth) {
            return Literals.isNumber(kind) ? (truth ? 1 : 0) : typed(truth.toString(), kind);
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        Object local = value;
        if (value instanceof OffsetDateTime offset) {
            local = offset.toInstant();
        } else if (value instanceof ZonedDateTime zoned) {
            local = zoned.toInstant();
        }
        if (local instanceof Instant instant && kind == TypeKind.TIMESTAMP) {
            local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (local instanceof Enum<?> constant) {
            return constant.name();
        }
        return local instanceof Instant ? local : typed(local.toString(), kind);
    }

    /** JSON without blanks between its parts. */
    private static String compact(String json) {
        StringBuilder text = new StringBuilder(json.length());
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            }
            if (quoted || !Character.isWhitespace(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
