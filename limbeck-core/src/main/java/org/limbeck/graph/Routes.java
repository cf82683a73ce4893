package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** What must run to get from what is applied to a target. */
final class Routes {
    private final RevisionGraph graph;
    private final Links links;
    private final AppliedSet applied;
    private final Symbols symbols;

    Routes(AppliedSet applied, Symbols symbols) {
        this.graph = applied.graph();
        this.links = graph.links();
        this.applied = applied;
        this.symbols = symbols;
    }

    /** Everything that the targets need and that is not applied. */
    Route upgrade(List<String> texts) {
        BitSet targets = new BitSet();
        for (String text : texts) {
            targets.or(upTargets(symbols.parse(text)));
        }
        if (texts.size() > 1) {
            requireApart(targets);
        }
        return upgradeTo(targets);
    }

    /** The same to one target, of which only what carries the branch of the lower end counts. */
    Route upgrade(Target target, @Nullable String branch) {
        BitSet targets = upTargets(target);
        if (branch != null) {
            targets.and(
                    graph.labelled(branch).isPresent()
                            ? graph.carriers(branch)
                            : symbols.names().lineage(branch));
        }
        return upgradeTo(targets);
    }

    private Route upgradeTo(BitSet targets) {
        BitSet needed = Links.minus(links.closure(targets), applied.closure());
        return Route.up(applied, Order.of(links, needed));
    }

    private BitSet upTargets(Target target) {
        Integer steps = target.steps();
        if (steps == null || !target.fromCurrent()) {
            return Links.setOf(symbols.many(target));
        }
        if (steps <= 0) {
            throw wrongWay(target, "an upgrade goes up", "limbeck downgrade " + target.text());
        }
        int place = new Walk(graph, target, symbols.lineage(target), false).from(symbols.upStart(target), steps);
        return Links.setOf(place);
    }

    private void requireApart(BitSet targets) {
        BitSet tips = Links.without(links.closure(targets), links.users());
        BitSet implied = Links.minus(targets, tips);
        if (!implied.isEmpty()) {
            Problem problem =
                    Problem.of(ErrorCode.OVERLAPPING_TARGETS, "some of the targets are already needed by the others");
            throw Say.candidates(problem, graph.list(implied))
                    .todo("leave them out")
                    .exception();
        }
    }

    /** Everything applied that stands on the target, by parent or by dependency. */
    Route downgrade(Target target) {
        return target.fromCurrent() ? stepDown(target) : downTo(target, symbols.one(target), symbols.lineage(target));
    }

    private Route stepDown(Target target) {
        Integer steps = target.steps();
        if (steps == null || steps >= 0) {
            throw wrongWay(target, "a downgrade goes down", "limbeck upgrade " + target.text());
        }
        int start = symbols.downStart(target);
        int goal = new Walk(graph, target, null, false).from(start, steps);
        BitSet branch = symbols.lineage(target);
        return downTo(target, goal, branch == null ? links.lineage(start) : branch);
    }

    private Route downTo(Target target, int goal, @Nullable BitSet branch) {
        if (goal != Walk.BASE && !applied.closure().get(goal)) {
            throw notApplied(target, graph.at(goal));
        }
        BitSet roots = goal == Walk.BASE ? Links.ends(links.downs()) : Links.setOf(links.children()[goal]);
        if (branch != null && roots.cardinality() > 1) {
            roots.and(branch);
        }
        BitSet above = Links.reach(roots, links.users());
        return Route.down(applied, Order.of(links, Links.both(above, applied.own())));
    }

    /** The revisions of a range, both ends included, newest first. */
    List<RevisionNode> history(TargetRange range) {
        BitSet upper = Links.setOf(upperEnd(range));
        BitSet lower = Links.setOf(lowerEnd(range, upper));
        BitSet within = links.closure(upper);
        BitSet apart = Links.minus(lower, within);
        if (!apart.isEmpty()) {
            throw notAncestor(range, graph.at(apart.nextSetBit(0)));
        }
        within.andNot(links.closure(lower));
        within.or(lower);
        List<RevisionNode> nodes = new ArrayList<>(graph.list(Order.of(links, within)));
        Collections.reverse(nodes);
        return nodes;
    }

    private int[] upperEnd(TargetRange range) {
        Target to = range.to();
        Target from = range.from();
        if (to == null) {
            return Links.positions(graph.effectiveHeadSet());
        }
        Integer steps = to.steps();
        if (steps == null || steps <= 0 || !to.onlySteps() || (from != null && from.onlySteps())) {
            return symbols.many(to, true);
        }
        int start = from == null ? Walk.BASE : symbols.one(from);
        return places(new Walk(graph, to, symbols.lineage(to), true).from(start, steps));
    }

    private int[] lowerEnd(TargetRange range, BitSet upper) {
        Target from = range.from();
        if (from == null) {
            return Links.NONE;
        }
        Integer steps = from.steps();
        if (steps == null || steps >= 0 || !from.onlySteps()) {
            return symbols.many(from, true);
        }
        Target to = range.to();
        Walk walk = new Walk(graph, from, null, true);
        return to != null && to.onlySteps()
                ? places(walk.from(symbols.downStart(from), steps))
                : places(upper.stream().map(start -> walk.from(start, steps)).toArray());
    }

    private static int[] places(int... found) {
        return Arrays.stream(found).filter(place -> place != Walk.BASE).toArray();
    }

    private static LimbeckException wrongWay(Target target, String why, String todo) {
        return Problem.of(ErrorCode.INVALID_TARGET, "the target '" + target.text() + "' goes the wrong way")
                .why(why)
                .todo(todo)
                .exception();
    }

    private LimbeckException notApplied(Target target, RevisionNode goal) {
        List<String> current = applied.heads().stream().map(RevisionNode::id).toList();
        return Problem.of(
                        ErrorCode.NOT_AN_ANCESTOR,
                        "cannot go down to '" + target.text() + "': " + goal.id() + " is not applied")
                .at(goal.place())
                .why(current.isEmpty() ? "nothing is applied" : "current: " + Say.names(current))
                .todo("name an applied revision, or base; see  limbeck history")
                .exception();
    }

    private LimbeckException notAncestor(TargetRange range, RevisionNode lower) {
        return Problem.of(
                        ErrorCode.NOT_AN_ANCESTOR,
                        "the range '" + range.text() + "' is empty: " + lower.id() + " is not below its upper end")
                .at(lower.place())
                .todo("write the older end first, or name two ends of one line")
                .exception();
    }
}
