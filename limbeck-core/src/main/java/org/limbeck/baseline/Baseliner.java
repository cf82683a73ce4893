package org.limbeck.baseline;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.command.Databases;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Direction;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.plan.StepMaker;

/** Finds by its schema where a database without a history stands. Used once; not thread-safe. */
public final class Baseliner {
    private static final int MOST = 5;

    private final Expectations expectations;
    private final DatabaseSettings settings;
    private final RevisionGraph graph;

    public Baseliner(Expectations expectations) {
        this.expectations = expectations;
        this.settings = expectations.settings();
        this.graph = expectations.scripts().graph();
    }

    /**
     * Compares the live schema with the history after each revision and at each release.
     *
     * @throws org.limbeck.error.LimbeckException STAMP_REFUSED if there is a history, or nothing to compare
     */
    public Fingerprint find() {
        Status status = new StatusReader(settings, expectations.scripts(), expectations.database()).read(false);
        requireUnversioned(status);
        try {
            List<Candidate> candidates = candidates();
            candidates.sort(Comparator.comparingInt((Candidate candidate) ->
                            candidate.comparison().certain().size())
                    .thenComparingInt(
                            candidate -> candidate.comparison().unsure().size()));
            return judged(status.tables(), candidates);
        } catch (SQLException e) {
            throw Databases.failed(expectations.database().dialect(), settings, e);
        }
    }

    private void requireUnversioned(Status status) {
        if (!status.rows().isEmpty()) {
            throw Problem.of(ErrorCode.STAMP_REFUSED, "Database '" + settings.name() + "' has a history already")
                    .why("Its journal has " + status.rows().size()
                            + (status.rows().size() == 1 ? " revision." : " revisions."))
                    .todo("limbeck current  shows where it is; limbeck stamp  changes what is recorded.")
                    .exception();
        }
        if (graph.isEmpty()) {
            throw Problem.of(ErrorCode.STAMP_REFUSED, "There is no revision to compare '" + settings.name() + "' with")
                    .todo("Write a first revision that makes what is there, and  limbeck stamp  it.")
                    .exception();
        }
        if (status.tables() <= 0) {
            throw Problem.of(ErrorCode.STAMP_REFUSED, "Database '" + settings.name() + "' is empty")
                    .why("An empty database needs no baseline.")
                    .todo("limbeck upgrade")
                    .exception();
        }
    }

    /** In the order of the history, each place with all before it; and releases on lines of their own. */
    private List<Candidate> candidates() throws SQLException {
        List<RevisionNode> order = new Navigator(AppliedSet.empty(graph), Map.of())
                .upgrade("heads")
                .steps();
        Map<String, String> releases = new HashMap<>();
        settings.releases()
                .forEach((name, id) -> graph.nodes().stream()
                        .map(RevisionNode::id)
                        .filter(full -> full.startsWith(id))
                        .findFirst()
                        .ifPresent(full -> releases.put(full, name)));
        List<Candidate> found = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> ids = order.stream().map(RevisionNode::id).toList();
        expectations.each(ids, (id, comparison) -> {
            before.add(id);
            List<String> tips = AppliedSet.of(graph, before).heads().stream()
                    .map(RevisionNode::id)
                    .toList();
            String release = tips.equals(List.of(id)) ? releases.remove(id) : null;
            found.add(new Candidate(graph.get(id), tips, release, comparison));
        });
        for (Map.Entry<String, String> release : releases.entrySet()) {
            found.add(new Candidate(
                    graph.get(release.getKey()),
                    List.of(release.getKey()),
                    release.getValue(),
                    expectations.compare(List.of(release.getKey()))));
        }
        return found;
    }

    private Fingerprint judged(int tables, List<Candidate> candidates) {
        List<Candidate> exact = candidates.stream()
                .filter(candidate -> candidate.comparison().exact())
                .toList();
        Candidate certain = last(exact);
        String doubt = "";
        if (exact.isEmpty()) {
            doubt = "The schema is exactly that of no revision.";
        } else if (certain == null) {
            doubt = "The schema is the same at " + exact.size()
                    + " revisions, and what they do besides is not seen in it.";
        }
        int shown = Math.max(Math.min(MOST, candidates.size()), exact.size());
        return new Fingerprint(
                tables, candidates.size(), candidates.subList(0, shown), Optional.ofNullable(certain), doubt);
    }

    /** The only one, or the last of several between which nothing is done at all. */
    private @Nullable Candidate last(List<Candidate> exact) {
        if (exact.isEmpty()) {
            return null;
        }
        Set<String> between = new HashSet<>();
        Candidate last = exact.get(0);
        for (Candidate candidate : exact) {
            boolean above = graph.requirements(candidate.revision().id()).stream()
                    .map(RevisionNode::id)
                    .toList()
                    .containsAll(last.tips());
            if (candidate != last && !above) {
                return null;
            }
            if (candidate != last) {
                between.add(candidate.revision().id());
                graph.requirements(candidate.revision().id()).forEach(node -> between.add(node.id()));
            }
            last = candidate;
        }
        Candidate first = exact.get(0);
        first.tips().forEach(tip -> {
            between.remove(tip);
            graph.requirements(tip).forEach(node -> between.remove(node.id()));
        });
        return between.stream().allMatch(this::doesNothing) ? last : null;
    }

    private boolean doesNothing(String id) {
        StepMaker maker = new StepMaker(expectations.database().dialect(), expectations.parameters());
        return !maker.make(
                        Objects.requireNonNull(expectations
                                .scripts()
                                .load(List.of(id), expectations.database().dialect())
                                .get(id)),
                        Direction.UP,
                        Map.of())
                .nodes()
                .iterator()
                .hasNext();
    }
}
