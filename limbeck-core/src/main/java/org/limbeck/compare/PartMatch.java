package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;

/** Which parts of a live table are which of the wanted one. */
final class PartMatch {

    /** Two parts that belong together. */
    record Pair(Part have, Part want) {}

    /** Alike, but perhaps for their names. */
    final List<Pair> same = new ArrayList<>();
    /** Of the same name, or the primary keys, but not alike. */
    final List<Pair> changed = new ArrayList<>();

    final List<Part> removed;
    final List<Part> added;

    private final Dialect dialect;

    PartMatch(List<Part> have, List<Part> want, Dialect dialect) {
        this.dialect = dialect;
        this.removed = new ArrayList<>(have);
        this.added = new ArrayList<>(want);
        pair(part -> List.of(part.kind(), part.key(), named(part)), same);
        pair(part -> List.of(part.kind(), part.key()), same);
        pair(part -> List.of(part.kind(), part.kind() == ObjectKind.PRIMARY_KEY ? "" : named(part)), changed);
    }

    private interface Likeness {
        Object of(Part part);
    }

    private Object named(Part part) {
        return part.name() == null ? part : dialect.nameKey(part.name());
    }

    private void pair(Likeness likeness, List<Pair> pairs) {
        if (removed.isEmpty() || added.isEmpty()) {
            return;
        }
        Map<Object, List<Part>> waiting = new HashMap<>();
        removed.forEach(part -> waiting.computeIfAbsent(likeness.of(part), k -> new ArrayList<>())
                .add(part));
        for (Iterator<Part> wanted = added.iterator(); wanted.hasNext(); ) {
            Part want = wanted.next();
            List<Part> alike = waiting.get(likeness.of(want));
            if (alike != null && !alike.isEmpty()) {
                Part have = alike.remove(0);
                removeExactly(have);
                wanted.remove();
                pairs.add(new Pair(have, want));
            }
        }
    }

    /** Two parts may be equal. */
    private void removeExactly(Part part) {
        for (int i = 0; i < removed.size(); i++) {
            if (removed.get(i) == part) {
                removed.remove(i);
                return;
            }
        }
    }
}
