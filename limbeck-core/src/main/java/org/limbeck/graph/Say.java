package org.limbeck.graph;

import java.util.List;
import java.util.stream.Collectors;

import org.limbeck.error.Problem;

/** How lists of revisions are named in messages. */
final class Say {
    private static final int SHOWN = 5;

    private Say() {}

    /** At most five names, then a count. */
    static String names(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    /** {@code 1 revision}, {@code 3 revisions}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Adds one line for each of at most five revisions, then a count. */
    static Problem candidates(Problem problem, List<RevisionNode> nodes) {
        Problem told = problem;
        for (RevisionNode node : nodes.subList(0, Math.min(SHOWN, nodes.size()))) {
            told = told.why(line(node));
        }
        return nodes.size() > SHOWN ? told.why("and " + (nodes.size() - SHOWN) + " more") : told;
    }

    /** One revision with its message and file. */
    static String line(RevisionNode node) {
        String message = node.message().isEmpty() ? "" : "  " + node.message();
        String place = node.place() == null ? "" : "  (" + node.place() + ")";
        return node.id() + message + place;
    }
}
