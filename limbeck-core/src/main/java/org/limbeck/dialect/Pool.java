package org.limbeck.dialect;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps one of equal values while a schema is read, for its tables are much alike: names, types, whole columns. Not
 * thread-safe.
 */
public final class Pool {
    private final Map<Object, Object> values = new HashMap<>();

    /** The first value that was equal to this one; the value must not change. */
    @SuppressWarnings("unchecked") // equal records and strings are of one class
    public <T> T one(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}
