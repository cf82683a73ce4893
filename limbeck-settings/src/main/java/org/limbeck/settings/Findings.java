package org.limbeck.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.settings.toml.Position;

/** Collects what is wrong with a file. What [defaults] says for several databases is reported once. */
final class Findings {
    private final String file;
    private final Set<Problem> problems = new LinkedHashSet<>();

    Findings(String file) {
        this.file = file;
    }

    Place place(Position at) {
        return new Place(file, at.line(), at.column());
    }

    /** Something wrong. */
    void add(Position at, String what, String advice) {
        add(Problem.of(ErrorCode.INVALID_SETTINGS, what).at(place(at)).todo(advice));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** A word that is none of those allowed. */
    void addUnknown(Position at, String what, String word, List<String> allowed) {
        String nearest = nearest(word, allowed);
        add(
                at,
                what,
                nearest == null ? "Use one of " + String.join(", ", allowed) + "." : "Did you mean " + nearest + "?");
    }

    private static @Nullable String nearest(String word, List<String> allowed) {
        return Nearest.to(word, allowed).orElse(null);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Throws all problems together, if there are any. */
    void report() {
        if (!problems.isEmpty()) {
            throw new LimbeckException(new ArrayList<>(problems), null);
        }
    }
}
