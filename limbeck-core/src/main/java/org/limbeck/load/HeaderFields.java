package org.limbeck.load;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;

/** Collects what a header says, whatever its language, and makes the header of it. Not thread-safe. */
final class HeaderFields {
    static final String ID = "id";
    static final String DOWN = "down";
    static final String MESSAGE = "message";
    static final String DEPENDS_ON = "dependsOn";
    static final String LABELS = "labels";
    static final String PARAMETERS = "parameters";
    static final String CREATED = "created";

    private static final String BASE = "base";

    private final ScriptSource source;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    HeaderFields(ScriptSource source) {
        this.source = source;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    void put(String field, List<String> value, int line) {
        values.put(field, value);
        lines.put(field, line);
    }

    void add(String field, List<String> more, int line) {
        List<String> all = new ArrayList<>(list(field));
        all.addAll(more);
        put(field, all, line);
    }

    /** @throws LimbeckException UNREADABLE_SCRIPT if a field's value is not as it should be */
    ScriptHeader header(ScriptKind kind, @Nullable String className, int line) {
        Place place = new Place(source.name(), line);
        RevisionNode node = new RevisionNode(
                text(ID), parents(), list(DEPENDS_ON), list(LABELS), firstLine(text(MESSAGE)), created(), place);
        return new ScriptHeader(node, kind, source, className, list(PARAMETERS));
    }

    private List<String> list(String field) {
        return values.getOrDefault(field, List.of());
    }

    private String text(String field) {
        return String.join(" ", list(field));
    }

    private List<String> parents() {
        List<String> parents = list(DOWN);
        return parents.size() == 1 && parents.get(0).equals(BASE) ? List.of() : parents;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }

    private @Nullable LocalDateTime created() {
        String text = text(CREATED);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return time(text);
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The header's time of creation is not a time: " + text)
                    .at(source.name(), lines.getOrDefault(CREATED, 0))
                    .todo("write it as 2026-11-20T09:31, in UTC")
                    .exception(e);
        }
    }

    /** {@code 2026-11-20T09:31[:05][Z]}, or a blank for the T. By hand: a formatter costs the start-up milliseconds. */
    private static LocalDateTime time(String text) {
        String bare = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        boolean seconds = bare.length() == 19;
        boolean shape = bare.charAt(4) == '-'
                && bare.charAt(7) == '-'
                && (bare.charAt(10) == 'T' || bare.charAt(10) == ' ')
                && bare.charAt(13) == ':'
                && (seconds ? bare.charAt(16) == ':' : bare.length() == 16);
        if (!shape) {
            throw new DateTimeException("not a time");
        }
        return LocalDateTime.of(
                digits(bare, 0, 4),
                digits(bare, 5, 7),
                digits(bare, 8, 10),
                digits(bare, 11, 13),
                digits(bare, 14, 16),
                seconds ? digits(bare, 17, 19) : 0);
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseUnsignedInt(text, from, to, 10);
    }
}
