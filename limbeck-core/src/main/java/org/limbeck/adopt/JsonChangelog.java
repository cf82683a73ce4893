package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.json.Json;

/** Reads changelogs in JSON. */
final class JsonChangelog {
    private JsonChangelog() {}

    /** @throws org.limbeck.error.LimbeckException UNREADABLE_SCRIPT if it is no JSON */
    static ChangeNode read(String text, String file) {
        try {
            return node("databaseChangeLog", Json.readObject(text).get("databaseChangeLog"));
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "It is no JSON: " + file)
                    .at(file, 0)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    /** Scalars are attributes; objects are children; lists hold children whose keys are their names. */
    private static ChangeNode node(String name, @Nullable Object value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<ChangeNode> children = new ArrayList<>();
        String text = "";
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> member(String.valueOf(key), inner, attributes, children));
        } else if (value instanceof List<?> list) {
            for (Object entry : list) {
                children.addAll(node(name, entry).children());
            }
        } else {
            text = value == null ? "" : String.valueOf(value);
        }
        return new ChangeNode(name, attributes, children, text, 0);
    }

    private static void member(
            String key, @Nullable Object value, Map<String, String> attributes, List<ChangeNode> children) {
        if (key.equals("changes") || key.equals("databaseChangeLog")) {
            children.addAll(node(key, value).children());
        } else if (value instanceof Map || value instanceof List) {
            children.add(node(key, value));
        } else {
            attributes.put(key, String.valueOf(value));
            children.add(new ChangeNode(key, Map.of(), List.of(), String.valueOf(value), 0));
        }
    }
}
