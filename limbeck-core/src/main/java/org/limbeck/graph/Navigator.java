package org.limbeck.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/**
 * Finds the way: resolves what people write ({@code head}, {@code +2}, {@code label@head}, a shortened id, a release)
 * and computes what runs. Immutable; every method throws {@link LimbeckException} for a target that names nothing, or
 * more than is wanted.
 */
public final class Navigator {
    private final RevisionGraph graph;
    private final AppliedSet applied;
    private final Map<String, String> releases;
    private final Symbols symbols;

    /**
     * @param applied what is applied; empty when no database is asked
     * @param releases names of releases and the ids that they stand for
     */
    public Navigator(AppliedSet applied, Map<String, String> releases) {
        this.graph = applied.graph();
        this.applied = applied;
        this.releases = Map.copyOf(releases);
        this.symbols = new Symbols(graph, applied, this.releases);
    }

    /** Without release names. */
    public Navigator(AppliedSet applied) {
        this(applied, Map.of());
    }

    /**
     * Starts at states that targets name, without a database: these and all that they need count as applied. No target,
     * or {@code base}, is an empty database.
     */
    public static Navigator from(RevisionGraph graph, List<String> targets, Map<String, String> releases) {
        Navigator nowhere = new Navigator(AppliedSet.empty(graph), releases);
        return nowhere.startingAt(targets.stream().map(nowhere.symbols::parse).toList());
    }

    /** All revisions that a target names; none for {@code base}. */
    public List<RevisionNode> resolveAll(String target) {
        return graph.list(symbols.many(symbols.parse(target)));
    }

    /** The one revision that a target names; empty for {@code base}. */
    public Optional<RevisionNode> resolve(String target) {
        int found = symbols.one(symbols.parse(target));
        return found == Walk.BASE ? Optional.empty() : Optional.of(graph.at(found));
    }

    /**
     * What must run so that all targets are applied. A target that is applied already, or {@code base}, gives nothing.
     * Takes {@code +N} from the current revision.
     */
    public Route upgrade(String... targets) {
        requireKnown();
        return routes().upgrade(List.of(targets));
    }

    /**
     * What must be taken down so that the target is current: all that stands on it, by parent or dependency. The current
     * revision gives nothing, an unapplied one is an error. Takes {@code -N} from the current revision.
     */
    public Route downgrade(String target) {
        requireKnown();
        return routes().downgrade(symbols.parse(target));
    }

    /** An upgrade between two given states, {@code from:to}; without the first from the base, without the second to the head. */
    public Route upgradeRange(String range) {
        TargetRange ends = symbols.parseRange(range);
        Target from = ends.from();
        Target to = ends.to() == null ? symbols.parse(Target.HEAD) : ends.to();
        return startingAt(from == null ? List.of() : List.of(from))
                .routes()
                .upgrade(to, from == null ? null : from.branch());
    }

    /** A downgrade between two given states, {@code from:to}; both are wanted. */
    public Route downgradeRange(String range) {
        TargetRange ends = symbols.parseRange(range);
        Target from = ends.from();
        Target to = ends.to();
        if (from == null || to == null) {
            throw Problem.of(ErrorCode.INVALID_TARGET, "the range '" + range + "' lacks an end")
                    .todo("write FROM:TO; the end may be base")
                    .exception();
        }
        return startingAt(List.of(from)).routes().downgrade(to);
    }

    /**
     * The revisions of {@code from:to}, {@code from:}, {@code :to} or {@code :}, both ends included, newest first.
     * {@code -N} as the lower end counts from the upper one, {@code +N} as the upper end from the lower one, and both
     * from the current revision when both are such; counting stops at the end of history.
     */
    public List<RevisionNode> history(String range) {
        return routes().history(symbols.parseRange(range));
    }

    /**
     * What changes when targets are recorded without running them.
     *
     * @param purge whether to forget first what is recorded; the only way when unknown ids are
     */
    public Stamp stamp(List<String> targets, boolean purge) {
        if (!purge) {
            requireKnown();
        }
        return Stamping.stamp(applied, targets, purge, releases);
    }

    /** The header of a new revision, once the parents are heads (or {@code splice} is given) and all names are free. */
    public RevisionDraft draft(RevisionRequest request) {
        return Drafting.revision(graph, symbols, request);
    }

    /** The header of a new merge: two or more heads; {@code heads} means all of them. */
    public RevisionDraft draftMerge(RevisionRequest request) {
        return Drafting.merge(graph, symbols, request);
    }

    private Routes routes() {
        return new Routes(applied, symbols);
    }

    private Navigator startingAt(List<Target> targets) {
        BitSet tips = new BitSet();
        for (Target target : targets) {
            tips.or(Links.setOf(symbols.many(target)));
        }
        return new Navigator(AppliedSet.exactly(graph, graph.links().closure(tips)), releases);
    }

    private void requireKnown() {
        List<String> unknown = applied.unknown();
        if (!unknown.isEmpty()) {
            throw Problem.of(
                            ErrorCode.UNKNOWN_APPLIED_REVISION,
                            "the database holds " + Say.count(unknown.size(), "revision") + " without a script: "
                                    + Say.names(unknown))
                    .why("newer or other scripts were run on it")
                    .todo("use the scripts that it was upgraded with")
                    .todo("or, if they are gone for good, record anew with  limbeck stamp --purge TARGET")
                    .exception();
        }
    }
}
