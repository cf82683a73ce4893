package org.limbeck.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;

/** Which release is which revision, in all databases of a project; and where that contradicts itself. Pure. */
public final class ReleaseTable {
    private final Map<DatabaseSettings, RevisionGraph> graphs;

    /** @param graphs the history of each database */
    public ReleaseTable(Map<DatabaseSettings, RevisionGraph> graphs) {
        this.graphs = new LinkedHashMap<>(graphs);
    }

    /** The names of all releases, the oldest first. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        graphs.keySet().forEach(database -> names.addAll(database.releases().keySet()));
        TreeMap<VersionName, String> sorted = new TreeMap<>();
        names.forEach(name -> sorted.put(new VersionName(name), name));
        return List.copyOf(sorted.values());
    }

    /** The revision that a release is in a database; empty where none is named, or where no script has it. */
    public static Optional<RevisionNode> revision(DatabaseSettings database, RevisionGraph graph, String release) {
        String id = database.releases().get(release);
        List<RevisionNode> found = id == null || id.isEmpty()
                ? List.of()
                : graph.nodes().stream()
                        .filter(node -> node.id().startsWith(id))
                        .toList();
        Optional<RevisionNode> exact =
                found.stream().filter(node -> node.id().equals(id)).findFirst();
        return exact.isPresent() || found.size() != 1 ? exact : Optional.of(found.get(0));
    }

    /** What cannot be true, in words; each names the databases and the releases. */
    public List<Problem> contradictions() {
        List<Problem> problems = new ArrayList<>();
        graphs.forEach((database, graph) -> {
            unknown(database, graph, problems);
            order(database, graph, problems);
        });
        shared(problems);
        return problems;
    }

    private void unknown(DatabaseSettings database, RevisionGraph graph, List<Problem> problems) {
        database.releases().forEach((release, id) -> {
            if (revision(database, graph, release).isEmpty()) {
                Problem problem = problem("Release " + release + " of '" + database.name() + "' names revision " + id
                        + ", which no script has");
                String other = otherWith(database, id);
                problem = other == null
                        ? problem
                        : problem.why("It is a revision of '" + other + "', which has another history.");
                problems.add(nearest(problem, id, graph));
            }
        });
    }

    private static Problem nearest(Problem problem, String id, RevisionGraph graph) {
        return Nearest.to(id, graph.nodes().stream().map(RevisionNode::id).toList())
                .map(near -> problem.todo("the nearest id is " + near))
                .orElse(problem);
    }

    private @Nullable String otherWith(DatabaseSettings database, String id) {
        for (Map.Entry<DatabaseSettings, RevisionGraph> other : graphs.entrySet()) {
            boolean same = other.getKey().scripts().equals(database.scripts());
            if (!same && other.getValue().contains(id)) {
                return other.getKey().name();
            }
        }
        return null;
    }

    /** A later release stands on the earlier ones, or is the same revision. */
    private void order(DatabaseSettings database, RevisionGraph graph, List<Problem> problems) {
        String former = null;
        for (String release : names()) {
            Optional<RevisionNode> now = revision(database, graph, release);
            if (now.isEmpty()) {
                continue;
            }
            if (former != null) {
                String below = revision(database, graph, former).orElseThrow().id();
                String id = now.get().id();
                boolean above = id.equals(below)
                        || graph.requirements(id).stream()
                                .anyMatch(node -> node.id().equals(below));
                if (!above) {
                    problems.add(problem("Release " + release + " of '" + database.name() + "' (" + id
                            + ") does not stand on release " + former + " (" + below + ")"));
                }
            }
            former = release;
        }
    }

    /** Databases with one history have one revision for a release. */
    private void shared(List<Problem> problems) {
        Map<String, Map<String, DatabaseSettings>> first = new LinkedHashMap<>();
        for (DatabaseSettings database : graphs.keySet()) {
            Map<String, DatabaseSettings> seen =
                    first.computeIfAbsent(String.join("\n", database.scripts()), scripts -> new LinkedHashMap<>());
            database.releases().forEach((release, id) -> {
                DatabaseSettings other = seen.putIfAbsent(release, database);
                RevisionGraph graph = Objects.requireNonNull(graphs.get(database));
                if (other != null && !revision(database, graph, release).equals(revision(other, graph, release))) {
                    problems.add(problem("Release " + release + " is "
                                    + other.releases().get(release) + " in '" + other.name() + "' and " + id + " in '"
                                    + database.name() + "'")
                            .why("Both have the same scripts, so a release is one revision in both."));
                }
            });
        }
    }

    private static Problem problem(String what) {
        return Problem.of(ErrorCode.INVALID_SETTINGS, what);
    }
}
