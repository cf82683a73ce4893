package org.limbeck.schema;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Ordered, unmodifiable copies. What is one already is not copied again, so that a change of one map costs one map. */
final class Copies {
    private Copies() {}

    static <K, V> Map<K, V> of(Map<K, V> map) {
        if (map instanceof Copy) {
            return map;
        }
        return map.isEmpty() ? Collections.emptyMap() : new Copy<>(new LinkedHashMap<>(map));
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return new Copy<>(copy);
    }

    static <K, V> Map<K, V> withAll(Map<K, V> map, Collection<V> more, Function<V, K> key) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        more.forEach(value -> copy.put(key.apply(value), value));
        return of(copy);
    }

    static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return new Copy<>(copy);
    }

    static <T> List<T> plus(List<T> list, T more) {
        List<T> copy = new ArrayList<>(list);
        copy.add(more);
        return Collections.unmodifiableList(copy);
    }

    /** A map that nobody else holds. */
    private static final class Copy<K, V> extends AbstractMap<K, V> {
        private final Map<K, V> held;

        private Copy(Map<K, V> held) {
            this.held = Collections.unmodifiableMap(held);
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            return held.entrySet();
        }

        @Override
        public @Nullable V get(@Nullable Object key) {
            return held.get(key);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return held.containsKey(key);
        }
    }
}
