package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * What runs, in order, and what is applied afterwards.
 *
 * @param steps the revisions in order of execution; empty when there is nothing to do
 */
public record Route(Direction direction, List<RevisionNode> steps, AppliedSet after) {

    /** One step, for programs: {@code {"revision": ..., "direction": "up"}}. */
    public record Move(String revision, Direction direction) {}

    public Route {
        steps = List.copyOf(steps);
    }

    static Route up(AppliedSet from, int[] order) {
        BitSet after = Links.setOf(order);
        after.or(from.own());
        return new Route(Direction.UP, from.graph().list(order), AppliedSet.exactly(from.graph(), after));
    }

    static Route down(AppliedSet from, int[] order) {
        List<RevisionNode> steps = new ArrayList<>(from.graph().list(order));
        Collections.reverse(steps);
        BitSet after = Links.minus(from.own(), Links.setOf(order));
        return new Route(Direction.DOWN, steps, AppliedSet.exactly(from.graph(), after));
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The steps as pairs of id and direction. */
    public List<Move> moves() {
        return steps.stream().map(node -> new Move(node.id(), direction)).toList();
    }

    /** The ids of the revisions that no other applied one needs, once all steps are done. */
    public List<String> headsAfter() {
        return after.heads().stream().map(RevisionNode::id).toList();
    }
}
