package org.limbeck.graph;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Walking a number of steps up (children) or down (parents). The base, below every first revision, is a place too. */
final class Walk {
    /** The position of the empty state. */
    static final int BASE = -1;

    private final RevisionGraph graph;
    private final Target target;
    private final @Nullable BitSet lineage;
    private final boolean clipped;

    /**
     * @param lineage where a walk up stays, or null
     * @param clipped whether a walk past the end stops there, instead of being an error
     */
    Walk(RevisionGraph graph, Target target, @Nullable BitSet lineage, boolean clipped) {
        this.graph = graph;
        this.target = target;
        this.lineage = lineage;
        this.clipped = clipped;
    }

    /**
     * Where one arrives.
     *
     * @throws LimbeckException if there are several ways, or not so many steps
     */
    int from(int start, int steps) {
        int place = start;
        for (int step = 0; step < Math.abs(steps); step++) {
            int[] ways = steps > 0 ? up(place) : down(place);
            if (ways.length > 1) {
                throw ambiguous(place, ways, steps > 0);
            }
            if (ways.length == 0) {
                if (clipped) {
                    return place;
                }
                throw tooFar(start, step);
            }
            place = ways[0];
        }
        return place;
    }

    private int[] up(int place) {
        int[] ways = place == BASE
                ? Links.positions(Links.ends(graph.links().downs()))
                : graph.links().children()[place];
        return lineage == null ? ways : Arrays.stream(ways).filter(lineage::get).toArray();
    }

    private int[] down(int place) {
        if (place == BASE) {
            return Links.NONE;
        }
        int[] ways = graph.links().downs()[place];
        return ways.length == 0 ? new int[] {BASE} : ways;
    }

    private String name(int place) {
        return place == BASE ? "base" : graph.at(place).id();
    }

    private LimbeckException ambiguous(int place, int[] ways, boolean up) {
        String what = "'" + target.text() + "' can go several ways from " + name(place);
        String instead = up
                ? "name the one that is meant, or its branch: BRANCH@" + target.text()
                : "name the revision to go to";
        return Say.candidates(Problem.of(ErrorCode.AMBIGUOUS_WALK, what), graph.list(ways))
                .todo(instead)
                .exception();
    }

    private LimbeckException tooFar(int start, int reached) {
        return Problem.of(ErrorCode.WALKED_TOO_FAR, "'" + target.text() + "' goes past the end of history")
                .why("from " + name(start) + " there " + (reached == 1 ? "is " : "are ") + Say.count(reached, "step")
                        + (lineage == null ? "" : " on this branch"))
                .todo("see  limbeck history")
                .exception();
    }
}
