package org.limbeck.adopt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a changelog, whatever it is written in.
 *
 * @param text the characters in it
 * @param line from 1; 0 if it is not known
 */
record ChangeNode(String name, Map<String, String> attributes, List<ChangeNode> children, String text, int line) {

    ChangeNode {
        attributes = new LinkedHashMap<>(attributes);
    }

    @Nullable
    String attribute(String name) {
        return attributes.get(name);
    }

    List<ChangeNode> named(String wanted) {
        return children.stream().filter(node -> node.name().equals(wanted)).toList();
    }
}
