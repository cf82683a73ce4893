package org.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FrozenMapTest {

    /** A value that is put, or a key that goes. */
    record Change(int key, int value, boolean goes) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false, false))
                .as(Change::new)
                .list()
                .ofMaxSize(600);
    }

    @Property(tries = 100)
    void isAsACopyThatWasChanged(@ForAll("changes") List<Change> changes) {
        Map<Integer, Integer> copy = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            copy.put(i, i);
        }
        FrozenMap<Integer, Integer> before = new FrozenMap<>(new LinkedHashMap<>(copy));
        FrozenMap<Integer, Integer> frozen = before;
        for (Change change : changes) {
            if (change.goes()) {
                copy.remove(change.key());
                frozen = frozen.without(change.key());
            } else {
                copy.put(change.key(), change.value());
                frozen = frozen.with(change.key(), change.value());
            }
            assertThat(frozen.get(change.key())).isEqualTo(copy.get(change.key()));
            assertThat(frozen).hasSize(copy.size());
        }
        assertThat(new ArrayList<>(frozen.entrySet())).isEqualTo(new ArrayList<>(copy.entrySet()));
        assertThat(frozen).isEqualTo(copy).hasSameHashCodeAs(copy);
        for (int key = 0; key <= 300; key++) {
            assertThat(frozen.get(key)).isEqualTo(copy.get(key));
        }
        assertThat(before).hasSize(150).containsEntry(149, 149);
    }

    @Test
    void cannotBeChanged() {
        for (int size : List.of(0, 1, 200)) {
            Map<Integer, Integer> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(i, i);
            }
            Map<Integer, Integer> copy = Copies.with(Copies.of(map), size, size);
            map.clear();
            assertThat(copy).hasSize(size + 1);
            assertThatThrownBy(() -> copy.put(1, 1)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> copy.entrySet().iterator().next().setValue(3))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> copy.remove(size)).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
