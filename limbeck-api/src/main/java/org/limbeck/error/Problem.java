package org.limbeck.error;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is told about one error: what happened, where, why, and what to do. Immutable; never holds a secret.
 *
 * @param code which error
 * @param what one sentence in the present tense that names the thing
 * @param place where, if it is in a file
 * @param why facts, one a line; may be empty
 * @param advice commands or edits that help, one a line; may be empty
 */
public record Problem(ErrorCode code, String what, @Nullable Place place, List<String> why, List<String> advice) {

    public Problem {
        why = List.copyOf(why);
        advice = List.copyOf(advice);
    }

    public static Problem of(ErrorCode code, String what) {
        return new Problem(code, what, null, List.of(), List.of());
    }

    public Problem at(@Nullable Place where) {
        return new Problem(code, what, where, why, advice);
    }

    public Problem at(@Nullable String file, int line) {
        return at(Place.of(file, line));
    }

    /** Adds a fact. */
    public Problem why(String fact) {
        return new Problem(code, what, place, plus(why, fact), advice);
    }

    /** Adds something to do. */
    public Problem todo(String action) {
        return new Problem(code, what, place, why, plus(advice, action));
    }

    /** The text that people read: {@code LMB-1102 what (place)}, then facts and advice on lines of their own. */
    public String text() {
        StringBuilder text = new StringBuilder(code.text()).append(' ').append(what);
        if (place != null) {
            text.append("\n  at ").append(place);
        }
        for (String fact : why) {
            text.append("\n  ").append(fact.replace("\n", "\n  "));
        }
        for (String action : advice) {
            text.append("\n  -> ").append(action.replace("\n", "\n     "));
        }
        return text.toString();
    }

    public LimbeckException exception() {
        return new LimbeckException(this, null);
    }

    public LimbeckException exception(@Nullable Throwable cause) {
        return new LimbeckException(this, cause);
    }

    private static List<String> plus(List<String> list, String more) {
        List<String> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
