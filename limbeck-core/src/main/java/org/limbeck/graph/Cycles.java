package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Finds circles of parents and dependencies: one problem for each tangle, in linear time. */
final class Cycles {
    private static final int SHOWN = 12;

    private final List<RevisionNode> nodes;
    private final Links links;
    private final BitSet seen = new BitSet();
    private final BitSet told = new BitSet();
    private final int[] path;
    private final int[] depthOf;
    private final int[] next;
    private int depth;
    private final List<Problem> problems = new ArrayList<>();

    private Cycles(List<RevisionNode> nodes, Links links) {
        this.nodes = nodes;
        this.links = links;
        path = new int[nodes.size()];
        next = new int[nodes.size()];
        depthOf = new int[nodes.size()];
        Arrays.fill(depthOf, -1);
    }

    static List<Problem> find(List<RevisionNode> nodes, Links links) {
        Cycles cycles = new Cycles(nodes, links);
        for (int i = 0; i < nodes.size(); i++) {
            cycles.enter(i);
            cycles.finish();
        }
        return cycles.problems;
    }

    private void finish() {
        while (depth > 0) {
            int node = path[depth - 1];
            int[] needs = links.needs()[node];
            if (next[depth - 1] == needs.length) {
                depthOf[node] = -1;
                depth--;
            } else {
                enter(needs[next[depth - 1]++]);
            }
        }
    }

    private void enter(int node) {
        if (depthOf[node] >= 0) {
            close(depthOf[node]);
        } else if (!seen.get(node)) {
            seen.set(node);
            depthOf[node] = depth;
            path[depth] = node;
            next[depth++] = 0;
        }
    }

    /** The path from {@code from} to its end is a circle; it is told unless it meets one that was told. */
    private void close(int from) {
        boolean met = false;
        for (int i = depth - 1; i >= from && !met; i--) {
            met = told.get(path[i]);
            told.set(path[i]);
        }
        if (!met) {
            problems.add(problem(Arrays.copyOfRange(path, from, depth)));
        }
    }

    private Problem problem(int[] found) {
        int[] circle = fromSmallest(found);
        RevisionNode first = nodes.get(circle[0]);
        Problem problem = Problem.of(ErrorCode.CYCLE, "revisions stand in a circle: " + text(circle))
                .at(first.place());
        for (int i = 0; i < Math.min(circle.length, SHOWN / 2); i++) {
            problem = problem.why(fact(circle[i], circle[(i + 1) % circle.length]));
        }
        return problem.todo("correct the parent or dependency of one of them");
    }

    private String text(int[] circle) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(circle.length, SHOWN); i++) {
            text.append(nodes.get(circle[i]).id()).append(" -> ");
        }
        if (circle.length > SHOWN) {
            text.append("(").append(circle.length - SHOWN).append(" more) -> ");
        }
        return text.append(nodes.get(circle[0]).id()).toString();
    }

    private String fact(int from, int to) {
        boolean parent = Arrays.stream(links.downs()[from]).anyMatch(down -> down == to);
        RevisionNode node = nodes.get(from);
        String place = node.place() == null ? "" : " (" + node.place() + ")";
        return node.id()
                + place
                + (parent ? " has the parent " : " depends on ")
                + nodes.get(to).id();
    }

    /** Turned so that it begins with the oldest member: the same text whichever way it was found. */
    private static int[] fromSmallest(int[] circle) {
        int start = 0;
        for (int i = 1; i < circle.length; i++) {
            start = circle[i] < circle[start] ? i : start;
        }
        int[] turned = new int[circle.length];
        for (int i = 0; i < circle.length; i++) {
            turned[i] = circle[(start + i) % circle.length];
        }
        return turned;
    }
}
