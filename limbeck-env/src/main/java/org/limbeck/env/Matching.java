package org.limbeck.env;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Entry.Assignment;

/** Which variable of the operator belongs to which place of the template. */
final class Matching {
    /** The first line of the section with all that the template does not have. */
    static final String MARKER = "# >>> kept: not in the template";

    /** A part of the operator's file for the last section, with the comment block directly above it. */
    record Kept(List<Entry> above, Entry entry) {}

    private final MergeInput input;
    private final Map<String, Assignment> options;
    private final Map<String, Assignment> supplied = new LinkedHashMap<>();
    private final Map<String, String> oldNames = new LinkedHashMap<>();
    private final Map<Integer, Assignment> activated = new TreeMap<>();
    private final Set<String> followed = new HashSet<>();
    private final List<Kept> kept = new ArrayList<>();

    Matching(MergeInput input) {
        this.input = input;
        this.options = Options.of(input.template());
        supplyByName();
        supplyByRename();
        findActivated();
        findFollowed();
        findKept();
    }

    /** The operator's assignment for a name of the template, or null. */
    @Nullable
    Assignment supplied(String name) {
        return supplied.get(name);
    }

    /** Whether a name has the template's value in the result. */
    boolean isOffered(String name) {
        return input.template().find(name) != null && (supplied.get(name) == null || follows(name));
    }

    /** The assignment whose value a name has in the result. */
    @Nullable
    Assignment source(String name) {
        if (isOffered(name)) {
            return input.template().find(name);
        }
        Assignment own = supplied.get(name);
        return own != null ? own : input.current().find(name);
    }

    /** Names of the template to the operator's assignments. */
    Map<String, Assignment> supplied() {
        return supplied;
    }

    /** New names to the old ones under which the operator has them. */
    Map<String, String> oldNames() {
        return oldNames;
    }

    /** Whether the operator never changed this variable, and the default has changed. */
    boolean follows(String name) {
        return followed.contains(name);
    }

    /** The commented-out options that become active, by their lines. */
    Map<Integer, Assignment> activated() {
        return activated;
    }

    /** Whether the template has the name, active or commented out. */
    boolean isKnown(String name) {
        return input.template().find(name) != null || options.containsKey(name);
    }

    /** What goes to the last section, in the operator's order. */
    List<Kept> kept() {
        return kept;
    }

    /** Names to effective values that the result must have. */
    Map<String, String> expected() {
        Map<String, String> values = new HashMap<>();
        for (Assignment own : input.template().assignments().values()) {
            values.put(own.name(), own.value().effective());
        }
        for (Map.Entry<String, Assignment> each : supplied.entrySet()) {
            if (!follows(each.getKey())) {
                values.put(each.getKey(), each.getValue().value().effective());
            }
        }
        for (Kept each : kept) {
            if (each.entry() instanceof Assignment own) {
                values.put(own.name(), own.value().effective());
            }
        }
        return values;
    }

    private void supplyByName() {
        for (Assignment own : input.current().assignments().values()) {
            if (isKnown(own.name())) {
                supplied.put(own.name(), own);
            }
        }
    }

    /** A new name that the operator has already wins over the old one; of several old ones the last counts. */
    private void supplyByRename() {
        Map<String, Assignment> moved = new LinkedHashMap<>();
        for (Assignment own : input.current().assignments().values()) {
            String target = input.renames().newName(own.name());
            if (target != null
                    && input.template().find(own.name()) == null
                    && isKnown(target)
                    && !supplied.containsKey(target)) {
                moved.put(target, own);
            }
        }
        for (Map.Entry<String, Assignment> each : moved.entrySet()) {
            supplied.remove(each.getValue().name());
            supplied.put(each.getKey(), each.getValue());
            oldNames.put(each.getKey(), each.getValue().name());
        }
    }

    private void findActivated() {
        for (Assignment option : options.values()) {
            if (supplied.containsKey(option.name())) {
                activated.put(option.line(), option);
            }
        }
    }

    private void findFollowed() {
        EnvFile previous = input.previous();
        if (previous == null) {
            return;
        }
        for (Map.Entry<String, Assignment> each : supplied.entrySet()) {
            Assignment offered = input.template().find(each.getKey());
            Assignment before = previous.find(each.getKey());
            if (before == null) {
                before = previous.find(each.getValue().name());
            }
            if (offered != null
                    && before != null
                    && sameValue(before, each.getValue())
                    && !sameValue(offered, each.getValue())) {
                followed.add(each.getKey());
            }
        }
    }

    private void findKept() {
        Set<Integer> usedLines = new HashSet<>();
        for (Assignment own : supplied.values()) {
            usedLines.add(own.line());
        }
        Set<String> others = otherLines(input.template());
        List<Entry> entries = input.current().entries();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean stays = entry instanceof Assignment own
                    ? counts(own) && !usedLines.contains(own.line())
                    : entry instanceof Entry.Other
                            && !others.contains(entry.text().strip());
            if (stays) {
                kept.add(new Kept(commentsAbove(entries, i), entry));
            }
        }
    }

    /** Whether this is the last of the operator's equal names. */
    private boolean counts(Assignment own) {
        Assignment last = input.current().find(own.name());
        return last != null && last.line() == own.line();
    }

    private static Set<String> otherLines(EnvFile file) {
        Set<String> lines = new HashSet<>();
        for (Entry entry : file.entries()) {
            if (entry instanceof Entry.Other) {
                lines.add(entry.text().strip());
            }
        }
        return lines;
    }

    private static List<Entry> commentsAbove(List<Entry> entries, int index) {
        int first = index;
        while (first > 0 && entries.get(first - 1) instanceof Entry.Comment comment && !isMarker(comment)) {
            first--;
        }
        return entries.subList(first, index);
    }

    private static boolean isMarker(Entry.Comment comment) {
        return comment.text().strip().equals(MARKER);
    }

    static boolean sameValue(Assignment a, Assignment b) {
        return a.value().effective().equals(b.value().effective());
    }
}
