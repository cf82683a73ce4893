package org.limbeck.env;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Entry.Assignment;

/** Old names to new ones, as a release declares them: a file of lines {@code OLD=NEW}. Immutable. */
public final class Renames {
    /** No variable has another name. */
    public static final Renames NONE = new Renames(Map.of());

    private final Map<String, String> newNames;

    private Renames(Map<String, String> newNames) {
        this.newNames = newNames;
    }

    /**
     * Reads a file of lines {@code OLD=NEW}, with blank lines and comments.
     *
     * @param shown what messages call the file
     * @throws EnvException if a line is no such pair, a name comes twice, or names lead in a circle
     */
    static Renames parse(EnvFile file, String shown) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Entry entry : file.entries()) {
            if (entry instanceof Assignment pair && isName(pair.value().effective())) {
                if (names.put(pair.name(), pair.value().effective()) != null) {
                    throw invalid(shown, entry, pair.name() + " comes twice");
                }
            } else if (entry instanceof Assignment || entry instanceof Entry.Other) {
                throw invalid(shown, entry, "the line is no pair of names");
            }
        }
        Renames renames = new Renames(names);
        renames.refuseCircles(shown);
        return renames;
    }

    /** The name at the end of the chain that begins with {@code old}, or null if it is not renamed. */
    @Nullable
    String newName(String old) {
        String next = newNames.get(old);
        for (int steps = 0; next != null && steps <= newNames.size(); steps++) {
            String further = newNames.get(next);
            if (further == null) {
                return next;
            }
            next = further;
        }
        return null;
    }

    private void refuseCircles(String shown) {
        for (String old : newNames.keySet()) {
            if (newName(old) == null) {
                throw EnvError.INVALID_RENAMES.because(
                        shown + " renames " + old + " in a circle", "take one line of the circle out");
            }
        }
    }

    private static EnvException invalid(String shown, Entry entry, String what) {
        return EnvError.INVALID_RENAMES.because(
                shown + ":" + entry.line() + ": " + what, "write one line OLD_NAME=NEW_NAME for each renamed variable");
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || !Parser.isNameStart(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Parser.isNamePart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
