package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The revisions that are applied to one database, seen in a graph. Immutable.
 *
 * <p>Every applied revision is in it, not only the last ones; ids that the graph does not know are kept apart.
 */
public final class AppliedSet {
    private final RevisionGraph graph;
    private final BitSet own;
    private final BitSet closure;
    private final List<String> unknown;

    private AppliedSet(RevisionGraph graph, BitSet own, BitSet closure, List<String> unknown) {
        this.graph = graph;
        this.own = own;
        this.closure = closure;
        this.unknown = unknown;
    }

    /** Exactly these revisions. */
    public static AppliedSet of(RevisionGraph graph, Collection<String> ids) {
        BitSet own = new BitSet();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            int position = graph.positionOf(id);
            if (position < 0) {
                unknown.add(id);
            } else {
                own.set(position);
            }
        }
        List<String> names = unknown.isEmpty()
                ? List.of()
                : unknown.stream().distinct().sorted().toList();
        return new AppliedSet(graph, own, graph.links().closure(own), names);
    }

    /** These revisions and everything they need: what a table of current revisions stands for. */
    public static AppliedSet upTo(RevisionGraph graph, Collection<String> ids) {
        AppliedSet tips = of(graph, ids);
        return new AppliedSet(graph, tips.closure, tips.closure, tips.unknown);
    }

    /** Nothing. */
    public static AppliedSet empty(RevisionGraph graph) {
        return of(graph, List.of());
    }

    static AppliedSet exactly(RevisionGraph graph, BitSet positions) {
        return new AppliedSet(graph, positions, graph.links().closure(positions), List.of());
    }

    public RevisionGraph graph() {
        return graph;
    }

    /** Whether a revision is applied; also true for an applied one that the graph does not know. */
    public boolean contains(String id) {
        int position = graph.positionOf(id);
        return position < 0 ? unknown.contains(id) : own.get(position);
    }

    public boolean isEmpty() {
        return own.isEmpty() && unknown.isEmpty();
    }

    /** The applied revisions that the graph knows. */
    public List<RevisionNode> nodes() {
        return graph.list(own);
    }

    /** The applied ids that the graph does not know, sorted. */
    public List<String> unknown() {
        return unknown;
    }

    /** The applied revisions that no other applied revision needs: its maximal elements. */
    public List<RevisionNode> heads() {
        return graph.list(headSet());
    }

    /** The applied revisions without an applied child; more than {@link #heads()} where a dependency leads to another line. */
    public List<RevisionNode> lineHeads() {
        return graph.list(lineHeadSet());
    }

    /** Revisions that are not applied although an applied one needs them: a history that was rewritten. */
    public List<RevisionNode> gaps() {
        return graph.list(Links.minus(closure, own));
    }

    BitSet headSet() {
        return Links.without(closure, graph.links().users());
    }

    BitSet lineHeadSet() {
        return Links.without(closure, graph.links().children());
    }

    BitSet own() {
        return own;
    }

    /** The applied revisions and all that they need. */
    BitSet closure() {
        return closure;
    }
}
