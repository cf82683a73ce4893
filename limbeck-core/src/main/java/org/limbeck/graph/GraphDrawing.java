package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Draws history for a terminal: a star for each revision, newest first, lines for parents. A dependency has no line,
 * but what depends on a revision stands above it.
 */
public final class GraphDrawing {

    /**
     * One line of the drawing.
     *
     * @param glyphs stars, bars and slashes, without trailing blanks
     * @param node the revision whose star is in it; null for a line that only joins
     */
    public record Row(String glyphs, @Nullable RevisionNode node) {}

    private final RevisionGraph graph;
    private final BitSet shown;
    private final Lanes lanes = new Lanes();
    private final List<Row> rows = new ArrayList<>();

    private GraphDrawing(RevisionGraph graph, BitSet shown) {
        this.graph = graph;
        this.shown = shown;
    }

    /** Draws the whole history. */
    public static List<Row> of(RevisionGraph graph) {
        BitSet all = new BitSet();
        all.set(0, graph.size());
        return of(graph, all);
    }

    /** Draws some revisions of a graph, in the order of history whatever theirs is; lines end at those left out. */
    public static List<Row> of(RevisionGraph graph, Collection<RevisionNode> shown) {
        BitSet positions = new BitSet();
        for (RevisionNode node : shown) {
            int position = graph.positionOf(node.id());
            if (position >= 0) {
                positions.set(position);
            }
        }
        return of(graph, positions);
    }

    private static List<Row> of(RevisionGraph graph, BitSet shown) {
        GraphDrawing drawing = new GraphDrawing(graph, shown);
        for (int position : newestFirst(graph, shown)) {
            drawing.draw(position);
        }
        return drawing.rows;
    }

    /** A line is kept together; among several, that with the newest end comes first. */
    private static int[] newestFirst(RevisionGraph graph, BitSet shown) {
        int[][] needs = graph.links().needs().clone();
        for (int i = 0; i < needs.length; i++) {
            needs[i] = needs[i].length > 1 ? descending(needs[i].clone()) : needs[i];
        }
        int[] tips = Links.positions(Links.without(shown, graph.links().users()));
        return reversed(Order.postOrder(descending(tips), needs, shown));
    }

    private static int[] descending(int[] positions) {
        Arrays.sort(positions);
        return reversed(positions);
    }

    private static int[] reversed(int[] positions) {
        for (int i = 0, j = positions.length - 1; i < j; i++, j--) {
            int swap = positions[i];
            positions[i] = positions[j];
            positions[j] = swap;
        }
        return positions;
    }

    private void draw(int position) {
        int lane = lanes.laneOf(position);
        rows.add(new Row(lanes.node(lane), graph.at(position)));
        int[] parents = Arrays.stream(graph.links().downs()[position])
                .filter(shown::get)
                .toArray();
        if (parents.length == 0) {
            join(lanes.end(lane));
            return;
        }
        lanes.follow(lane, parents[0]);
        for (int k = parents.length - 1; k > 0; k--) {
            join(lanes.fork(lane, parents[k]));
        }
        for (int parent : parents) {
            unite(parent);
        }
    }

    /** Lanes that wait for the same revision become one at once: the drawing stays narrow. */
    private void unite(int position) {
        for (int from = lanes.duplicate(position); from >= 0; from = lanes.duplicate(position)) {
            int into = lanes.find(position, 0);
            join(lanes.bend(from, into));
            if (from > into + 1) {
                join(lanes.arrive(into));
            }
        }
    }

    private void join(String glyphs) {
        if (!glyphs.isEmpty()) {
            rows.add(new Row(glyphs.stripTrailing(), null));
        }
    }
}
