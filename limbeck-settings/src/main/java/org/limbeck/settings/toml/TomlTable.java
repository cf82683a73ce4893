package org.limbeck.settings.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A table: keys to values in the order of the text. Not changed any more once the document has been read. */
public final class TomlTable implements TomlValue {
    /** How a table came to be, which decides what may still be added to it. */
    enum Origin {
        /** It is on the way to a header: {@code a} in {@code [a.b]}. */
        IMPLICIT,
        /** It has a header. */
        HEADER,
        /** It is on the way to a value: {@code a} in {@code a.b = 1}. */
        DOTTED,
        /** It is written in braces. */
        INLINE
    }

    /** A table without keys. */
    public static final TomlTable EMPTY = new TomlTable(new Position(1, 1), Origin.IMPLICIT);

    private final Position at;
    private final Map<String, TomlValue> values = new LinkedHashMap<>();
    private final Map<String, Position> keys = new LinkedHashMap<>();
    private final Map<String, List<TomlTable>> growing = new LinkedHashMap<>();
    private Origin origin;

    TomlTable(Position at, Origin origin) {
        this.at = at;
        this.origin = origin;
    }

    @Override
    public Position at() {
        return at;
    }

    @Override
    public String kind() {
        return "a table";
    }

    /** The keys in the order of the text. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** The value of a key, or null. */
    public @Nullable TomlValue get(String key) {
        List<TomlTable> array = growing.get(key);
        return array == null ? values.get(key) : new Items(array.get(0).at(), List.copyOf(array));
    }

    /** Where a key stands; the table's own place if it has no such key. */
    public Position keyAt(String key) {
        return keys.getOrDefault(key, at);
    }

    /** All values, by key. */
    public Map<String, TomlValue> values() {
        Map<String, TomlValue> all = new LinkedHashMap<>();
        for (String key : keys.keySet()) {
            TomlValue value = get(key);
            if (value != null) {
                all.put(key, value);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    Origin origin() {
        return origin;
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    void put(String key, Position keyAt, TomlValue value) {
        keys.put(key, keyAt);
        values.put(key, value);
    }

    /** Gives a table that was only on the way its header. */
    void define() {
        origin = Origin.HEADER;
    }

    /** The table that more headers below {@code key} go into: the table itself, or the last of an array of tables. */
    @Nullable
    TomlTable below(String key) {
        List<TomlTable> array = growing.get(key);
        if (array != null) {
            return array.get(array.size() - 1);
        }
        return values.get(key) instanceof TomlTable table ? table : null;
    }

    /** Adds an element to an array of tables; null if the key means something else already. */
    @Nullable
    TomlTable append(String key, Position keyAt) {
        if (values.containsKey(key)) {
            return null;
        }
        TomlTable element = new TomlTable(keyAt, Origin.HEADER);
        keys.putIfAbsent(key, keyAt);
        growing.computeIfAbsent(key, k -> new ArrayList<>()).add(element);
        return element;
    }
}
