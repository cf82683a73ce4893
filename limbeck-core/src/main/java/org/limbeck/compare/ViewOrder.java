package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.View;

/** Views in an order in which each comes after those that it reads; by name where that leaves a choice. */
final class ViewOrder {
    private final Map<QualifiedName, Set<QualifiedName>> read = new HashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> readers = new HashMap<>();
    private final List<QualifiedName> names = new ArrayList<>();
    private final Map<QualifiedName, Integer> places = new HashMap<>();

    ViewOrder(Map<QualifiedName, View> views, Dialect dialect) {
        Map<String, List<QualifiedName>> byWord = new HashMap<>();
        views.keySet()
                .forEach(name -> byWord.computeIfAbsent(name.name(), n -> new ArrayList<>())
                        .add(name));
        views.forEach((name, view) -> {
            Set<QualifiedName> own = new LinkedHashSet<>();
            for (String word : Words.names(dialect.words(view.query()))) {
                own.addAll(byWord.getOrDefault(word, List.of()));
            }
            own.remove(name);
            read.put(name, own);
            own.forEach(other ->
                    readers.computeIfAbsent(other, n -> new ArrayList<>()).add(name));
        });
        sort(views.keySet());
    }

    private void sort(Set<QualifiedName> all) {
        List<QualifiedName> round = all.stream().sorted().toList();
        Set<QualifiedName> done = new HashSet<>();
        while (!round.isEmpty()) {
            List<QualifiedName> left = new ArrayList<>();
            Set<QualifiedName> now = new LinkedHashSet<>();
            for (QualifiedName name : round) {
                if (done.containsAll(read.getOrDefault(name, Set.of()))) {
                    now.add(name);
                } else {
                    left.add(name);
                }
            }
            if (now.isEmpty()) {
                now.add(left.remove(0));
            }
            now.forEach(name -> {
                places.put(name, names.size());
                names.add(name);
            });
            done.addAll(now);
            round = left;
        }
    }

    List<QualifiedName> names() {
        return names;
    }

    int place(QualifiedName name) {
        return places.getOrDefault(name, 0);
    }

    /** Those that read a view, directly. */
    List<QualifiedName> readers(QualifiedName name) {
        return readers.getOrDefault(name, List.of());
    }
}
