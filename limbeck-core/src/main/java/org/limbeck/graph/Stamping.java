package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * Stamping: an unapplied destination adds it with all it needs; an applied one removes all that stands on it; nothing
 * else changes.
 */
final class Stamping {
    private final RevisionGraph graph;
    private final Links links;
    private final AppliedSet before;
    private final Map<String, String> releases;
    private BitSet now;

    private Stamping(AppliedSet before, boolean purge, Map<String, String> releases) {
        this.graph = before.graph();
        this.links = graph.links();
        this.before = before;
        this.releases = releases;
        now = purge ? new BitSet() : (BitSet) before.own().clone();
    }

    /** Destinations are processed one after the other. */
    static Stamp stamp(AppliedSet before, List<String> targets, boolean purge, Map<String, String> releases) {
        Stamping stamping = new Stamping(before, purge, releases);
        targets.forEach(stamping::apply);
        return stamping.result();
    }

    private void apply(String text) {
        Symbols symbols = new Symbols(graph, AppliedSet.exactly(graph, now), releases);
        Target target = symbols.parse(text);
        if (target.steps() != null) {
            throw Problem.of(ErrorCode.INVALID_TARGET, "stamp takes no steps: '" + text + "'")
                    .todo("name the revision; limbeck show " + text + "  tells its id")
                    .exception();
        }
        if (Target.BASE.equals(target.symbol())) {
            toBase(symbols, target);
        } else {
            for (int destination : symbols.many(target)) {
                to(destination);
            }
        }
    }

    private void to(int destination) {
        if (now.get(destination)) {
            BitSet above = Links.reach(destination, links.users());
            above.clear(destination);
            now.andNot(above);
        } else {
            now.or(links.closure(Links.setOf(destination)));
        }
    }

    /** A branch goes with all that stands on it; what current revisions beside it need of it stays. */
    private void toBase(Symbols symbols, Target target) {
        String branch = target.branch();
        if (branch == null) {
            now.clear();
            return;
        }
        int point = symbols.names().branchPoint(branch);
        BitSet related = links.closure(Links.setOf(point));
        related.or(Links.reach(point, links.users()));
        BitSet heads = AppliedSet.exactly(graph, now).headSet();
        BitSet kept = links.closure(Links.minus(heads, related));
        BitSet gone = Links.minus(Links.both(links.lineage(point), now), kept);
        now.andNot(Links.reach(gone, links.users()));
    }

    private Stamp result() {
        List<String> remove = new ArrayList<>(before.unknown());
        int[] removed = Order.of(links, Links.minus(before.own(), now));
        for (int i = removed.length - 1; i >= 0; i--) {
            remove.add(graph.at(removed[i]).id());
        }
        int[] added = Order.of(links, Links.minus(now, before.own()));
        return new Stamp(graph.list(added), remove, AppliedSet.exactly(graph, now));
    }
}
