package org.limbeck.graph;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * The parts of {@code from:to}.
 *
 * @param from the lower end; null when nothing stands before the colon
 * @param to the upper end; null when nothing stands after the colon
 */
record TargetRange(
        String text, @Nullable Target from, @Nullable Target to) {

    /**
     * @throws org.limbeck.error.LimbeckException if there is not exactly one colon, or an end has a wrong form
     */
    static TargetRange parse(String text, Set<String> names) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            throw Problem.of(ErrorCode.INVALID_TARGET, "the range '" + text + "' is not understood")
                    .why("a range has exactly one colon")
                    .todo("write FROM:TO, FROM: or :TO")
                    .exception();
        }
        return new TargetRange(text, end(text.substring(0, colon), names), end(text.substring(colon + 1), names));
    }

    private static @Nullable Target end(String text, Set<String> names) {
        return text.isEmpty() ? null : Target.parse(text, names);
    }
}
