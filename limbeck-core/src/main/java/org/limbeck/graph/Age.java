package org.limbeck.graph;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * Older before newer, without a time last, then by id, then by place. A class and not a chain of lambdas: it is on the
 * way of every start.
 */
final class Age implements Comparator<RevisionNode>, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public int compare(RevisionNode one, RevisionNode other) {
        LocalDateTime first = one.created();
        LocalDateTime second = other.created();
        if (first != null && second != null) {
            int byTime = first.compareTo(second);
            return byTime != 0 ? byTime : byId(one, other);
        }
        return first == second ? byId(one, other) : first != null ? -1 : 1;
    }

    private static int byId(RevisionNode one, RevisionNode other) {
        int byId = one.id().compareTo(other.id());
        return byId != 0 ? byId : String.valueOf(one.place()).compareTo(String.valueOf(other.place()));
    }
}
