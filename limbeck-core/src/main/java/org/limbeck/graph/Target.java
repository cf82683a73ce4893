package org.limbeck.graph;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/**
 * The parts of {@code [branch@][symbol][+N|-N]}. Only taken apart here; what it names is found in the graph.
 *
 * @param text the whole, as given
 * @param branch before the first {@code @}; null if there is none
 * @param symbol a name, {@code head}, {@code heads}, {@code base} or {@code current}; null if only steps are given
 * @param steps how far to walk from there, up if positive; null without a sign
 */
record Target(
        String text,
        @Nullable String branch,
        @Nullable String symbol,
        @Nullable Integer steps) {

    static final String HEAD = "head";
    static final String HEADS = "heads";
    static final String BASE = "base";
    static final String CURRENT = "current";

    /**
     * @param names names that may hold a plus or minus themselves
     * @throws org.limbeck.error.LimbeckException if it has another form
     */
    static Target parse(String text, Set<String> names) {
        int at = text.indexOf('@');
        String branch = at < 0 ? null : text.substring(0, at);
        String rest = text.substring(at + 1);
        if (rest.isEmpty() || (branch != null && branch.isEmpty())) {
            throw invalid(text, rest.isEmpty() ? "it names nothing" : "there is no branch before the @");
        }
        if (names.contains(rest)) {
            return new Target(text, branch, rest, null);
        }
        int sign = sign(rest);
        String symbol = sign < 0 ? rest : rest.substring(0, sign);
        if (symbol.indexOf('@') >= 0 || symbol.indexOf(':') >= 0 || (symbol.isBlank() && !symbol.isEmpty())) {
            throw invalid(text, "'" + symbol + "' cannot be the name of a revision");
        }
        Integer steps = sign < 0 ? null : steps(text, rest.substring(sign));
        return new Target(text, branch, symbol.isEmpty() ? null : symbol, steps);
    }

    /** Whether it is a walk from the current revision. */
    boolean fromCurrent() {
        return steps != null && (symbol == null || symbol.equals(CURRENT));
    }

    /** Whether it is only steps, {@code +2} or {@code branch@-1}. */
    boolean onlySteps() {
        return symbol == null;
    }

    private static int sign(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '+' || rest.charAt(i) == '-') {
                return i;
            }
        }
        return -1;
    }

    private static Integer steps(String text, String signed) {
        String digits = signed.substring(1);
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid(text, "after " + signed.charAt(0) + " stands a number and nothing else");
        }
        if (digits.length() > 9) {
            throw invalid(text, "the number of steps is too large");
        }
        return Integer.valueOf(signed.charAt(0) == '-' ? "-" + digits : digits);
    }

    private static LimbeckException invalid(String text, String why) {
        return Problem.of(ErrorCode.INVALID_TARGET, "the target '" + text + "' is not understood")
                .why(why)
                .todo("write head, heads, base, an id (4 characters are enough), a label or release name, +1, -1, "
                        + "id+1, label@head or label@+1")
                .exception();
    }
}
