package org.limbeck.env;

import java.util.Set;
import java.util.TreeSet;

/** Which values are written in new quotes, because their raw text would take in other lines in its new place. */
final class Requoting {
    private final Set<String> open = new TreeSet<>();
    private final Set<String> any = new TreeSet<>();

    /** One step further for variables that came out wrong: first only their open quotes, then whatever they are. */
    void extend(Set<String> wrong) {
        if (!open.addAll(wrong)) {
            any.addAll(wrong);
        }
    }

    /** All open quotes of these variables. */
    void extendOpen(Set<String> names) {
        open.addAll(names);
    }

    boolean applies(String name, Value value) {
        return any.contains(name) || (value.style() == Value.Style.UNCLOSED && open.contains(name));
    }

    /** The value as it is written for this name. */
    Value written(String name, Value value) {
        return applies(name, value) ? value.requoted() : value;
    }

    /** All names that may be concerned, in order. */
    Set<String> names() {
        return open;
    }
}
