package org.limbeck.graph;

import java.util.Arrays;

/**
 * The open lines of a drawing, from left to right; each waits for one position. Every change gives the rows of glyphs
 * that show it.
 */
final class Lanes {
    private int[] waiting = new int[8];
    private int count;

    /** The lane that waits for a position, a new one at the right if there is none. */
    int laneOf(int position) {
        int lane = find(position, 0);
        return lane >= 0 ? lane : insert(count, position);
    }

    /** The glyphs of a revision in its lane. */
    String node(int lane) {
        StringBuilder row = new StringBuilder(2 * count);
        for (int k = 0; k < count; k++) {
            row.append(k == 0 ? "" : " ").append(k == lane ? '*' : '|');
        }
        return row.toString();
    }

    /** The lane now waits for something else. */
    void follow(int lane, int position) {
        waiting[lane] = position;
    }

    /** A lane goes off to the right of {@code lane}: {@code |\}. */
    String fork(int lane, int position) {
        StringBuilder row = new StringBuilder();
        for (int k = 0; k < count; k++) {
            row.append(k <= lane ? '|' : ' ').append(k < lane ? ' ' : '\\');
        }
        insert(lane + 1, position);
        return row.toString();
    }

    /** The lane ends; those at its right move over. Empty when there are none. */
    String end(int lane) {
        StringBuilder row = new StringBuilder();
        for (int k = 0; k < count - 1; k++) {
            row.append(k < lane ? '|' : ' ').append(k < lane ? ' ' : '/');
        }
        boolean moved = lane < count - 1;
        remove(lane);
        return moved ? row.toString() : "";
    }

    /** The lane at the right of two that wait for the same; -1 if there are none. */
    int duplicate(int position) {
        int first = find(position, 0);
        return first < 0 ? -1 : find(position, first + 1);
    }

    /** The row in which the lane {@code from} bends towards {@code into}, to its left. */
    String bend(int from, int into) {
        StringBuilder row = new StringBuilder();
        for (int k = 0; k < count - 1; k++) {
            char gap = k >= from - 1 ? '/' : k > into ? '_' : ' ';
            row.append(k < from ? '|' : ' ').append(gap);
        }
        remove(from);
        return row.toString();
    }

    /** The row in which a bent line, after {@link #bend}, arrives at the lane {@code into}. */
    String arrive(int into) {
        StringBuilder row = new StringBuilder();
        for (int k = 0; k < count; k++) {
            row.append(k == 0 ? "" : k == into + 1 ? "/" : " ").append('|');
        }
        return row.toString();
    }

    int find(int position, int from) {
        for (int k = from; k < count; k++) {
            if (waiting[k] == position) {
                return k;
            }
        }
        return -1;
    }

    private int insert(int lane, int position) {
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        System.arraycopy(waiting, lane, waiting, lane + 1, count - lane);
        waiting[lane] = position;
        count++;
        return lane;
    }

    private void remove(int lane) {
        System.arraycopy(waiting, lane + 1, waiting, lane, count - lane - 1);
        count--;
    }
}
