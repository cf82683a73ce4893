package org.limbeck.graph;

import java.util.BitSet;

/** The order of execution: needs first, a line kept together, the same on every machine. */
final class Order {
    private final int[][] links;
    private final BitSet within;
    private final BitSet seen = new BitSet();
    private final int[] path;
    private final int[] left;
    private final int[] out;
    private int depth;
    private int written;

    private Order(int[][] links, BitSet within) {
        this.links = links;
        this.within = within;
        int size = within.cardinality();
        path = new int[size];
        left = new int[size];
        out = new int[size];
    }

    /** The positions of a set in the order of execution. */
    static int[] of(Links links, BitSet within) {
        int[] tips = Links.positions(Links.without(within, links.users()));
        return postOrder(tips, links.needs(), within);
    }

    /**
     * Depth first, last start and last link first, each position after all it links to. Without recursion, for lines
     * may be very long.
     */
    static int[] postOrder(int[] starts, int[][] links, BitSet within) {
        Order order = new Order(links, within);
        for (int i = starts.length - 1; i >= 0; i--) {
            order.enter(starts[i]);
            order.finish();
        }
        return order.out;
    }

    private void finish() {
        while (depth > 0) {
            int node = path[depth - 1];
            if (left[depth - 1] > 0) {
                enter(links[node][--left[depth - 1]]);
            } else {
                depth--;
                out[written++] = node;
            }
        }
    }

    private void enter(int node) {
        if (within.get(node) && !seen.get(node)) {
            seen.set(node);
            path[depth] = node;
            left[depth++] = links[node].length;
        }
    }
}
