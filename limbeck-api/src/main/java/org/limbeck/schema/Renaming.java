package org.limbeck.schema;

import java.util.List;

/** Names in lists, replaced. */
final class Renaming {
    private Renaming() {}

    static List<String> in(List<String> names, String from, String to) {
        return names.stream().map(name -> name.equals(from) ? to : name).toList();
    }
}
