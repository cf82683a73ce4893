package org.limbeck.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * JSON as plain Java values: {@code Map<String, Object>}, {@code List<Object>}, String, Long, Double, Boolean, null.
 * Core may have no library for it, and needs no more than this.
 */
public final class Json {
    private static final int DEEPEST = 200;
    private static final int WIDTH = 100;
    private static final List<String> WORDS = List.of("null", "true", "false");

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Writes a value on one line; maps keep their order. Numbers other than whole ones are written as doubles. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** Writes a value over several lines where it is long, for people and for version control. */
    public static String pretty(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        pretty(value, "", out);
        return out.toString();
    }

    private static void pretty(@Nullable Object value, String indent, StringBuilder out) {
        String flat = write(value);
        boolean holds = value instanceof Map || value instanceof Iterable;
        if (!holds || flat.length() + indent.length() <= WIDTH) {
            out.append(flat);
            return;
        }
        String inner = indent + "  ";
        String before = (value instanceof Map ? "{\n" : "[\n") + inner;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before);
                string(String.valueOf(entry.getKey()), out);
                out.append(": ");
                pretty(entry.getValue(), inner, out);
                before = ",\n" + inner;
            }
        } else if (value instanceof Iterable<?> list) {
            for (Object element : list) {
                out.append(before);
                pretty(element, inner, out);
                before = ",\n" + inner;
            }
        }
        out.append('\n').append(indent).append(value instanceof Map ? '}' : ']');
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String between = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(between);
                string(String.valueOf(entry.getKey()), out);
                out.append(':');
                write(entry.getValue(), out);
                between = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            out.append('[');
            String between = "";
            for (Object element : list) {
                out.append(between);
                write(element, out);
                between = ",";
            }
            out.append(']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString(), out);
        }
    }

    private static void string(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException if the text is no JSON
     */
    public static @Nullable Object read(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
        return value;
    }

    /** Reads an object; anything else is an error. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> readObject(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("JSON object expected");
    }

    /**
     * Reads an object entry by entry. Of a list right in it each element is an entry of its own, so that a long document
     * is never held whole.
     *
     * @param entries is given the key and the value, or one of the values
     * @throws IllegalArgumentException if the text is no JSON object
     */
    public static void readEntries(String text, BiConsumer<String, @Nullable Object> entries) {
        Json json = new Json(text);
        json.blanks();
        if (!json.taken('{')) {
            throw new IllegalArgumentException("JSON object expected");
        }
        json.members('}', () -> {
            String key = json.key();
            json.blanks();
            if (json.taken('[')) {
                json.members(']', () -> entries.accept(key, json.value(2)));
            } else {
                entries.accept(key, json.value(1));
            }
        });
        json.blanks();
        if (json.at < text.length()) {
            throw json.wrong("the end");
        }
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("less nesting");
        }
        blanks();
        char c = at < text.length() ? text.charAt(at) : '\0';
        if (c == '{') {
            return object(depth);
        }
        if (c == '[') {
            return array(depth);
        }
        if (c == '"') {
            return string();
        }
        for (String word : WORDS) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("null") ? null : Boolean.valueOf(word);
            }
        }
        return number();
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        members('}', () -> map.put(key(), value(depth + 1)));
        return map;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        members(']', () -> list.add(value(depth + 1)));
        return list;
    }

    /** What stands between commas, up to the closing bracket. */
    private void members(char end, Runnable member) {
        blanks();
        if (taken(end)) {
            return;
        }
        do {
            blanks();
            member.run();
            blanks();
        } while (taken(','));
        need(end);
    }

    private String key() {
        String key = string();
        blanks();
        need(':');
        return key;
    }

    private String string() {
        need('"');
        int start = at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        String plain = text.substring(start, at);
        return taken('"') ? plain : withEscapes(plain);
    }

    private String withEscapes(String before) {
        StringBuilder value = new StringBuilder(before);
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        need('"');
        return value.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : '\0';
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> codeUnit();
            case '"', '\\', '/' -> c;
            default -> throw wrong("an escape");
        };
    }

    private char codeUnit() {
        if (at + 4 > text.length()) {
            throw wrong("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            boolean whole = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
            if (whole) {
                return Long.valueOf(digits);
            }
            return Double.valueOf(digits);
        } catch (NumberFormatException e) {
            at = start;
            throw wrong("a value");
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean taken(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void need(char c) {
        if (!taken(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("JSON: " + expected + " expected at character " + at);
    }
}
