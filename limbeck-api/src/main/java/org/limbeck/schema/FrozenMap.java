package org.limbeck.schema;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An ordered map that never changes. One that differs from it in a key shares what it holds, and is equal in content and
 * order to a copy that was changed: a schema of thousands of tables is moved by thousands of operations.
 */
final class FrozenMap<K, V> extends AbstractMap<K, V> {
    /** As many changes are kept apart before all is copied. */
    private static final int FEW = 100;

    /** Shared, and changed by nobody. */
    private final Map<K, V> base;
    /** New values, of keys of the base and others. */
    private final Map<K, V> changes;
    /** Keys that are no more where they are in the base. */
    private final Set<K> gone;

    private final int size;

    /** @param held held by nobody else */
    FrozenMap(Map<K, V> held) {
        this(Collections.unmodifiableMap(held), Map.of(), Set.of(), held.size());
    }

    private FrozenMap(Map<K, V> base, Map<K, V> changes, Set<K> gone, int size) {
        this.base = base;
        this.changes = changes;
        this.gone = gone;
        this.size = size;
    }

    FrozenMap<K, V> with(K key, V value) {
        int larger = containsKey(key) ? size : size + 1;
        if (base.size() <= FEW || changes.size() >= FEW) {
            Map<K, V> all = new LinkedHashMap<>(this);
            all.put(key, value);
            return new FrozenMap<>(all);
        }
        Map<K, V> more = new LinkedHashMap<>(changes);
        more.put(key, value);
        return new FrozenMap<>(base, more, gone, larger);
    }

    FrozenMap<K, V> without(K key) {
        if (!containsKey(key)) {
            return this;
        }
        if (base.size() <= FEW || gone.size() >= FEW) {
            Map<K, V> all = new LinkedHashMap<>(this);
            all.remove(key);
            return new FrozenMap<>(all);
        }
        Map<K, V> fewer = new LinkedHashMap<>(changes);
        fewer.remove(key);
        Set<K> more = new LinkedHashSet<>(gone);
        if (base.containsKey(key)) {
            more.add(key);
        }
        return new FrozenMap<>(base, fewer, more, size - 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("SuspiciousMethodCalls") // as Map has it
    public @Nullable V get(@Nullable Object key) {
        if (key == null) {
            return null;
        }
        V changed = changes.get(key);
        return changed != null || gone.contains(key) ? changed : base.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return changes.isEmpty() && gone.isEmpty() ? base.entrySet() : new Entries();
    }

    private Stream<Map.Entry<K, V>> entries() {
        Stream<Map.Entry<K, V>> old = base.entrySet().stream()
                .filter(entry -> !gone.contains(entry.getKey()))
                .map(entry -> {
                    V changed = changes.get(entry.getKey());
                    return changed == null ? entry : Map.entry(entry.getKey(), changed);
                });
        Stream<Map.Entry<K, V>> added = changes.entrySet().stream()
                .filter(entry -> gone.contains(entry.getKey()) || !base.containsKey(entry.getKey()));
        return Stream.concat(old, added);
    }

    private final class Entries extends AbstractSet<Map.Entry<K, V>> {
        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return entries().iterator();
        }

        @Override
        public int size() {
            return size;
        }
    }
}
