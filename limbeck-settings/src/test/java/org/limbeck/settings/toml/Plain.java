package org.limbeck.settings.toml;

import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/** Values as plain Java objects, so that what two readers found can be compared. */
final class Plain {
    private Plain() {}

    /** What our reader finds; null if it finds errors. */
    static @Nullable Object ours(String text) {
        TomlDocument document = TomlDocument.parse(text);
        return document.errors().isEmpty() ? plain(document.root()) : null;
    }

    /** What the other reader finds; null if it finds errors. */
    static @Nullable Object theirs(String text) {
        TomlParseResult result = Toml.parse(text);
        return result.hasErrors() ? null : plain(result);
    }

    private static Object plain(TomlValue value) {
        if (value instanceof TomlTable table) {
            Map<String, Object> map = new LinkedHashMap<>();
            table.values().forEach((key, element) -> map.put(key, plain(element)));
            return map;
        }
        if (value instanceof TomlValue.Items items) {
            return items.values().stream().map(Plain::plain).toList();
        }
        if (value instanceof TomlValue.Text text) {
            return text.value();
        }
        if (value instanceof TomlValue.Whole whole) {
            return whole.value();
        }
        if (value instanceof TomlValue.Decimal decimal) {
            return decimal.value();
        }
        return value instanceof TomlValue.Flag flag ? flag.value() : "moment";
    }

    private static Object plain(Object value) {
        if (value instanceof org.tomlj.TomlTable table) {
            Map<String, Object> map = new LinkedHashMap<>();
            table.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (value instanceof TomlArray array) {
            List<Object> elements = array.toList();
            return elements.stream().map(Plain::plain).toList();
        }
        return value instanceof Temporal ? "moment" : value;
    }
}
