package org.limbeck.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Resolves targets to positions, given what is applied. */
final class Symbols {
    private final RevisionGraph graph;
    private final AppliedSet applied;
    private final Names names;

    Symbols(RevisionGraph graph, AppliedSet applied, Map<String, String> releases) {
        this.graph = graph;
        this.applied = applied;
        this.names = new Names(graph, releases);
    }

    Target parse(String text) {
        return Target.parse(text, names.releaseNames());
    }

    TargetRange parseRange(String text) {
        return TargetRange.parse(text, names.releaseNames());
    }

    Names names() {
        return names;
    }

    /** The revisions that a target names; none for the base. */
    int[] many(Target target) {
        return many(target, false);
    }

    /** The same; a clipped walk stops at the end of history. */
    int[] many(Target target, boolean clipped) {
        Integer steps = target.steps();
        if (steps == null) {
            return named(target);
        }
        Walk walk = new Walk(graph, target, lineage(target), clipped);
        int[] starts = target.onlySteps() ? starts(target, steps) : new int[] {one(target, named(target))};
        return Arrays.stream(starts)
                .map(start -> walk.from(start, steps))
                .filter(place -> place != Walk.BASE)
                .distinct()
                .toArray();
    }

    /** The one revision that a target names, or {@link Walk#BASE}. */
    int one(Target target) {
        return one(target, many(target));
    }

    /** The lineage of the branch before the {@code @}, or null. */
    @Nullable
    BitSet lineage(Target target) {
        String branch = target.branch();
        return branch == null ? null : names.lineage(branch);
    }

    /** What the words without steps mean. */
    private int[] named(Target target) {
        String symbol = target.symbol() == null ? Target.CURRENT : target.symbol();
        return switch (symbol) {
            case Target.HEADS -> heads(target);
            case Target.HEAD -> head(target);
            case Target.BASE -> base(target);
            case Target.CURRENT -> on(target, applied.headSet());
            default -> new int[] {names.find(symbol, isUp(target) ? null : target.branch())};
        };
    }

    /** A walk up may enter the branch from beside it; only its steps stay on it. */
    private static boolean isUp(Target target) {
        Integer steps = target.steps();
        return steps != null && steps > 0;
    }

    private int[] base(Target target) {
        lineage(target);
        return Links.NONE;
    }

    private int[] heads(Target target) {
        return target.branch() == null ? Links.positions(graph.effectiveHeadSet()) : on(target, graph.headSet());
    }

    private int[] head(Target target) {
        int[] heads = on(target, graph.headSet());
        if (heads.length > 1) {
            throw severalHeads(target, heads);
        }
        return heads;
    }

    private int[] on(Target target, BitSet set) {
        BitSet lineage = lineage(target);
        return Links.positions(lineage == null ? set : Links.both(set, lineage));
    }

    /** Where a walk without a symbol begins: up from what is applied, down from every head. */
    private int[] starts(Target target, int steps) {
        if (steps > 0) {
            return new int[] {upStart(target)};
        }
        return heads(target);
    }

    /**
     * Where {@code +N} begins: the current revision; on a branch the current one of that branch, else the nearest
     * applied one below it, else the base.
     */
    int upStart(Target target) {
        BitSet lineage = lineage(target);
        BitSet current = applied.headSet();
        if (lineage != null) {
            current = Links.both(current, lineage);
            if (current.isEmpty()) {
                BitSet active = Links.both(applied.closure(), lineage);
                current = Links.without(active, graph.links().users());
            }
        }
        return current.isEmpty() ? Walk.BASE : single(target, current);
    }

    /** Where {@code -N} begins: the current revision; on a branch the current one of it, also where it is only needed. */
    int downStart(Target target) {
        BitSet lineage = lineage(target);
        BitSet current = applied.headSet();
        if (lineage != null) {
            BitSet rows = Links.both(current, lineage);
            current = rows.isEmpty() ? Links.both(applied.lineHeadSet(), lineage) : rows;
        }
        return current.isEmpty() ? Walk.BASE : single(target, current);
    }

    private int single(Target target, BitSet places) {
        int[] all = Links.positions(places);
        if (all.length > 1) {
            Problem problem = Problem.of(
                    ErrorCode.AMBIGUOUS_WALK, "'" + target.text() + "' has several current revisions to start from");
            throw Say.candidates(problem, graph.list(all))
                    .todo("name the branch: " + graph.at(all[0]).id() + "@" + target.text())
                    .exception();
        }
        return all[0];
    }

    private int one(Target target, int[] found) {
        if (found.length > 1) {
            throw severalHeads(target, found);
        }
        return found.length == 0 ? Walk.BASE : found[0];
    }

    private LimbeckException severalHeads(Target target, int[] heads) {
        Problem problem = Problem.of(
                ErrorCode.MULTIPLE_HEADS,
                "'" + target.text() + "' means " + heads.length + " revisions, one is wanted");
        return Say.candidates(problem, graph.list(heads))
                .todo("name one of them, or a branch as in BRANCH@head")
                .todo("limbeck merge heads -m \"...\"  joins them; the target heads means all of them")
                .exception();
    }
}
