package org.limbeck.graph;

import java.util.BitSet;
import java.util.List;

/**
 * How a database stands to its scripts.
 *
 * @param current applied revisions that no other applied one needs
 * @param lineHeads the same by parent only: also the ends of lines that are applied because another depends on them
 * @param pending what an upgrade to all heads would run, in order
 * @param gaps revisions that are not applied although an applied one stands on them
 * @param unknown applied ids without a script, sorted
 * @param latest the effective heads of the scripts
 * @param severalHeads whether {@code head} is ambiguous
 */
public record Standing(
        State state,
        List<RevisionNode> current,
        List<RevisionNode> lineHeads,
        List<RevisionNode> pending,
        List<RevisionNode> gaps,
        List<String> unknown,
        List<RevisionNode> latest,
        boolean severalHeads) {

    /** One word for it. */
    public enum State {
        /** Everything is applied. */
        UP_TO_DATE,
        /** Something waits to be applied. */
        BEHIND,
        /** Everything is applied, and more: the database is newer than the scripts. */
        AHEAD,
        /** Something is applied that the scripts do not know, and something waits. */
        DIVERGED,
        /** An applied revision stands on one that is not applied. */
        INCOMPLETE
    }

    /** Compares what is applied with the graph. */
    public static Standing of(AppliedSet applied) {
        RevisionGraph graph = applied.graph();
        BitSet all = new BitSet();
        all.set(0, graph.size());
        List<RevisionNode> pending = graph.list(Order.of(graph.links(), Links.minus(all, applied.closure())));
        List<RevisionNode> gaps = applied.gaps();
        return new Standing(
                state(applied, pending, gaps),
                applied.heads(),
                applied.lineHeads(),
                pending,
                gaps,
                applied.unknown(),
                graph.effectiveHeads(),
                graph.headSet().cardinality() > 1);
    }

    /** How many revisions wait. */
    public int behind() {
        return pending.size();
    }

    /** Whether everything is applied and nothing else. */
    public boolean isUpToDate() {
        return state == State.UP_TO_DATE;
    }

    private static State state(AppliedSet applied, List<RevisionNode> pending, List<RevisionNode> gaps) {
        if (!applied.unknown().isEmpty()) {
            return pending.isEmpty() && gaps.isEmpty() ? State.AHEAD : State.DIVERGED;
        }
        if (!gaps.isEmpty()) {
            return State.INCOMPLETE;
        }
        return pending.isEmpty() ? State.UP_TO_DATE : State.BEHIND;
    }
}
