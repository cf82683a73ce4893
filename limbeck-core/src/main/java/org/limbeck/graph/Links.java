package org.limbeck.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The graph as arrays of positions: who stands below whom. Positions are those of the nodes in their order of creation.
 * The arrays are shared and never changed.
 */
final class Links {
    static final int[] NONE = {};

    private final int[][] downs;
    private final int[][] needs;
    private final int[][] children;
    private final int[][] users;

    private Links(int[][] downs, int[][] needs, int[][] children, int[][] users) {
        this.downs = downs;
        this.needs = needs;
        this.children = children;
        this.users = users;
    }

    /**
     * @param needs the same array as {@code downs} where nothing has a dependency
     */
    static Links of(int[][] downs, int[][] needs) {
        int[][] children = reversed(downs);
        return new Links(downs, needs, children, needs == downs ? children : reversed(needs));
    }

    /** Parents, as declared. */
    int[][] downs() {
        return downs;
    }

    /** Parents, then dependencies that are not parents. */
    int[][] needs() {
        return needs;
    }

    /** The reverse of {@link #downs}. */
    int[][] children() {
        return children;
    }

    /** The reverse of {@link #needs}: children and dependants. */
    int[][] users() {
        return users;
    }

    /** The positions reachable from {@code starts} along {@code links}, the starts included. */
    static BitSet reach(BitSet starts, int[][] links) {
        BitSet seen = (BitSet) starts.clone();
        int[] todo = Arrays.copyOf(positions(starts), links.length);
        int count = starts.cardinality();
        while (count > 0) {
            for (int next : links[todo[--count]]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    todo[count++] = next;
                }
            }
        }
        return seen;
    }

    static BitSet reach(int start, int[][] links) {
        return reach(setOf(start), links);
    }

    /** Everything that must be applied for these to be applied, themselves included. */
    BitSet closure(BitSet starts) {
        return reach(starts, needs);
    }

    /** Ancestors and descendants by parent, and the revision itself. */
    BitSet lineage(int start) {
        BitSet lineage = reach(start, downs);
        lineage.or(reach(start, children));
        return lineage;
    }

    /** Those of {@code set} that have no follower in it along {@code links}. */
    static BitSet without(BitSet set, int[][] links) {
        BitSet tips = new BitSet(links.length);
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            if (!anyOf(links[i], set)) {
                tips.set(i);
            }
        }
        return tips;
    }

    /** The positions from which no link leads on: heads along children, bases along parents. */
    static BitSet ends(int[][] links) {
        BitSet ends = new BitSet(links.length);
        for (int i = 0; i < links.length; i++) {
            ends.set(i, links[i].length == 0);
        }
        return ends;
    }

    static BitSet setOf(int... positions) {
        BitSet set = new BitSet();
        for (int position : positions) {
            set.set(position);
        }
        return set;
    }

    /** The members, ascending. */
    static int[] positions(BitSet set) {
        int[] positions = new int[set.cardinality()];
        int count = 0;
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            positions[count++] = i;
        }
        return positions;
    }

    static BitSet minus(BitSet set, BitSet other) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(other);
        return rest;
    }

    static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static boolean anyOf(int[] positions, BitSet set) {
        for (int position : positions) {
            if (set.get(position)) {
                return true;
            }
        }
        return false;
    }

    private static int[][] reversed(int[][] links) {
        int[] count = new int[links.length];
        for (int[] targets : links) {
            for (int target : targets) {
                count[target]++;
            }
        }
        int[][] reversed = new int[links.length][];
        for (int i = 0; i < links.length; i++) {
            reversed[i] = count[i] == 0 ? NONE : new int[count[i]];
        }
        for (int i = links.length - 1; i >= 0; i--) {
            for (int target : links[i]) {
                reversed[target][--count[target]] = i;
            }
        }
        return reversed;
    }
}
