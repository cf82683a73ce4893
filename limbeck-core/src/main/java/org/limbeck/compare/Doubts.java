package org.limbeck.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.limbeck.schema.QualifiedName;

/** What differs in words only, perhaps. */
record Doubts(Set<QualifiedName> tables, Set<QualifiedName> views, Set<QualifiedName> routines, Set<String> triggers) {

    private static final Set<String> TEXTUAL = Set.of("type", "default", "generation");

    static Doubts of(SchemaChanges changes) {
        Doubts doubts = new Doubts(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Map<List<Object>, Difference.Change> parts = new HashMap<>();
        for (Difference difference : changes.differences()) {
            Subject subject = difference.subject();
            switch (subject.kind()) {
                case COLUMN -> {
                    if (TEXTUAL.contains(difference.aspect())) {
                        doubts.tables.add(subject.name());
                    }
                }
                case CHECK, EXCLUSION, INDEX -> {
                    // One that goes and one that comes may be the same in other words.
                    Difference.Change other =
                            parts.putIfAbsent(List.of(subject.name(), subject.kind()), difference.change());
                    boolean both = other != null && other != difference.change();
                    if (both || difference.change() == Difference.Change.CHANGED) {
                        doubts.tables.add(subject.name());
                    }
                }
                case VIEW, ROUTINE, TRIGGER -> doubts.add(difference);
                default -> {}
            }
        }
        return doubts;
    }

    private void add(Difference difference) {
        Subject subject = difference.subject();
        if (difference.change() != Difference.Change.CHANGED
                || !difference.aspect().isEmpty()) {
            return;
        }
        switch (subject.kind()) {
            case VIEW -> views.add(subject.name());
            case ROUTINE -> routines.add(subject.name());
            default -> triggers.add(subject.name() + " " + subject.part());
        }
    }

    boolean isEmpty() {
        return tables.isEmpty() && views.isEmpty() && routines.isEmpty() && triggers.isEmpty();
    }

    /** For people. */
    String names() {
        Set<String> all = new TreeSet<>(triggers);
        tables.forEach(name -> all.add(name.toString()));
        views.forEach(name -> all.add(name.toString()));
        routines.forEach(name -> all.add(name.toString()));
        List<String> first = all.stream().limit(5).toList();
        return String.join(", ", first) + (all.size() > 5 ? " and " + (all.size() - 5) + " more" : "");
    }
}
