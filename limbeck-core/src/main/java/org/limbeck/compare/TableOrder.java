package org.limbeck.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/**
 * Tables in an order in which each comes after those to which it refers, by name where that leaves a choice. Where
 * tables refer to each other in a circle, one link of it is cut. Walks without recursion, so chains may be of any length.
 */
final class TableOrder {
    /** The place of each table. */
    private final Map<QualifiedName, Integer> places = new HashMap<>();
    /** By table: those to which it refers and after which it does not come. */
    private final Map<QualifiedName, Set<QualifiedName>> cut = new HashMap<>();

    private final Map<QualifiedName, Set<QualifiedName>> parents = new TreeMap<>();
    private final Map<QualifiedName, List<QualifiedName>> children = new HashMap<>();
    private final TreeSet<QualifiedName> free = new TreeSet<>();

    TableOrder(Collection<Table> tables) {
        Set<QualifiedName> names = new HashSet<>();
        tables.forEach(table -> names.add(table.name()));
        for (Table table : tables) {
            Set<QualifiedName> own = parents.computeIfAbsent(table.name(), n -> new TreeSet<>());
            for (ForeignKey key : table.foreignKeys()) {
                boolean other = !key.references().equals(table.name()) && names.contains(key.references());
                if (other && own.add(key.references())) {
                    children.computeIfAbsent(key.references(), n -> new ArrayList<>())
                            .add(table.name());
                }
            }
        }
        parents.forEach((name, own) -> {
            if (own.isEmpty()) {
                free.add(name);
            }
        });
        sort();
    }

    private void sort() {
        while (places.size() < parents.size()) {
            QualifiedName next = free.pollFirst();
            if (next == null) {
                cutOne();
                continue;
            }
            places.put(next, places.size());
            for (QualifiedName child : children.getOrDefault(next, List.of())) {
                freed(child, next);
            }
        }
    }

    private void freed(QualifiedName child, QualifiedName parent) {
        Set<QualifiedName> own = parents.getOrDefault(child, Set.of());
        if (own.remove(parent) && own.isEmpty()) {
            free.add(child);
        }
    }

    /** Follows parents until one comes again, and cuts the link of the first name in that circle. */
    private void cutOne() {
        QualifiedName at = parents.entrySet().stream()
                .filter(e -> !places.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        List<QualifiedName> walk = new ArrayList<>();
        Set<QualifiedName> seen = new HashSet<>();
        while (seen.add(at)) {
            walk.add(at);
            at = parents.getOrDefault(at, Set.of()).iterator().next();
        }
        List<QualifiedName> circle = new ArrayList<>(walk.subList(walk.indexOf(at), walk.size()));
        circle.add(at);
        int least = 0;
        for (int i = 1; i < circle.size() - 1; i++) {
            if (circle.get(i).compareTo(circle.get(least)) < 0) {
                least = i;
            }
        }
        cut.computeIfAbsent(circle.get(least), n -> new HashSet<>()).add(circle.get(least + 1));
        freed(circle.get(least), circle.get(least + 1));
    }

    int place(QualifiedName table) {
        return places.getOrDefault(table, 0);
    }

    /** Whether a key refers to a table that comes later. */
    boolean isCut(QualifiedName table, ForeignKey key) {
        return cut.getOrDefault(table, Set.of()).contains(key.references());
    }

    int size() {
        return places.size();
    }
}
