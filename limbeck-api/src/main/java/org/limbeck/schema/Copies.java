package org.limbeck.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Ordered, unmodifiable copies. What is one already is not copied again. */
final class Copies {
    private Copies() {}

    static <K, V> Map<K, V> of(Map<K, V> map) {
        return map.isEmpty() ? Collections.emptyMap() : frozen(map);
    }

    private static <K, V> FrozenMap<K, V> frozen(Map<K, V> map) {
        return map instanceof FrozenMap<K, V> frozen ? frozen : new FrozenMap<>(new LinkedHashMap<>(map));
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        return frozen(map).with(key, value);
    }

    static <K, V> Map<K, V> withAll(Map<K, V> map, Collection<V> more, Function<V, K> key) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        more.forEach(value -> copy.put(key.apply(value), value));
        return of(copy);
    }

    static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        return of(frozen(map).without(key));
    }

    static <T> List<T> plus(List<T> list, T more) {
        List<T> copy = new ArrayList<>(list);
        copy.add(more);
        return Collections.unmodifiableList(copy);
    }
}
