package org.limbeck.env.cli;

import java.util.Collection;

/** One JSON object on one line. Text beyond ASCII is escaped, so no terminal setting can break it. */
final class Json {
    private final StringBuilder out = new StringBuilder("{");

    Json add(String key, boolean value) {
        key(key).append(value);
        return this;
    }

    Json add(String key, int value) {
        key(key).append(value);
        return this;
    }

    Json add(String key, String value) {
        string(key(key), value);
        return this;
    }

    Json addNull(String key) {
        key(key).append("null");
        return this;
    }

    Json add(String key, Json value) {
        key(key).append(value);
        return this;
    }

    Json addStrings(String key, Collection<String> values) {
        StringBuilder list = key(key).append('[');
        boolean first = true;
        for (String value : values) {
            if (!first) {
                list.append(',');
            }
            first = false;
            string(list, value);
        }
        list.append(']');
        return this;
    }

    Json addObjects(String key, Collection<Json> values) {
        StringBuilder list = key(key).append('[');
        boolean first = true;
        for (Json value : values) {
            list.append(first ? "" : ",").append(value);
            first = false;
        }
        list.append(']');
        return this;
    }

    @Override
    public String toString() {
        return out + "}";
    }

    private StringBuilder key(String key) {
        if (out.length() > 1) {
            out.append(',');
        }
        string(out, key);
        return out.append(':');
    }

    private static void string(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
