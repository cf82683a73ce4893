package org.limbeck.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The values of literal defaults as JSON and back, without losing their types. */
final class LiteralJson {
    private static final Map<String, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry("String", text -> text),
            Map.entry("Character", text -> text.charAt(0)),
            Map.entry("Boolean", Boolean::valueOf),
            Map.entry("Byte", Byte::valueOf),
            Map.entry("Short", Short::valueOf),
            Map.entry("Integer", Integer::valueOf),
            Map.entry("Long", Long::valueOf),
            Map.entry("Float", Float::valueOf),
            Map.entry("Double", Double::valueOf),
            Map.entry("BigDecimal", BigDecimal::new),
            Map.entry("BigInteger", BigInteger::new),
            Map.entry("UUID", UUID::fromString),
            Map.entry("LocalDate", LocalDate::parse),
            Map.entry("LocalTime", LocalTime::parse),
            Map.entry("LocalDateTime", LocalDateTime::parse),
            Map.entry("OffsetDateTime", OffsetDateTime::parse),
            Map.entry("OffsetTime", OffsetTime::parse),
            Map.entry("ZonedDateTime", ZonedDateTime::parse),
            Map.entry("Instant", Instant::parse));

    private LiteralJson() {}

    static Map<String, @Nullable Object> write(@Nullable Object value) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (value instanceof byte[] bytes) {
            json.put("type", "bytes");
            json.put("value", HexFormat.of().formatHex(bytes));
        } else if (value != null) {
            String type = value.getClass().getSimpleName();
            if (!READERS.containsKey(type)) {
                throw new IllegalArgumentException(
                        "a default of type " + value.getClass().getName());
            }
            json.put("type", type);
            json.put("value", value.toString());
        }
        return json;
    }

    static @Nullable Object read(Map<?, ?> json) {
        Object type = json.get("type");
        if (type == null) {
            return null;
        }
        String value = String.valueOf(json.get("value"));
        if (type.equals("bytes")) {
            return HexFormat.of().parseHex(value);
        }
        Function<String, Object> reader = READERS.get(String.valueOf(type));
        if (reader == null) {
            throw new IllegalArgumentException("'" + type + "' is no type of a default");
        }
        return reader.apply(value);
    }
}
