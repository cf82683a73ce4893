package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;

/** Orders, links and checks the nodes of a graph. All independent problems are found in one go. */
final class GraphBuilder {
    /** Searching near names compares with every id: done for the first few problems only. */
    private static final int NEAREST_SEARCHES = 5;

    final List<RevisionNode> nodes;
    final Map<String, Integer> ids;
    final Map<String, Integer> labels = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int searches;

    private GraphBuilder(Collection<RevisionNode> given) {
        nodes = new ArrayList<>(given.size());
        ids = new HashMap<>(given.size() * 2);
        List<RevisionNode> sorted = new ArrayList<>(given);
        sorted.sort(new Age());
        for (RevisionNode node : sorted) {
            addNode(node);
        }
        for (RevisionNode node : nodes) {
            addLabels(node);
        }
    }

    /**
     * @throws LimbeckException with every problem of the nodes
     */
    static RevisionGraph build(Collection<RevisionNode> given) {
        GraphBuilder builder = new GraphBuilder(given);
        Links links = builder.links();
        builder.problems.addAll(Cycles.find(builder.nodes, links));
        if (!builder.problems.isEmpty()) {
            throw new LimbeckException(builder.problems, null);
        }
        return new RevisionGraph(List.copyOf(builder.nodes), builder.ids, builder.labels, links);
    }

    private void addNode(RevisionNode node) {
        String id = node.id();
        if (!RevisionId.isValid(id) || RevisionId.isReserved(id)) {
            problems.add(invalid(ErrorCode.INVALID_ID, "the revision id '" + id + "' is not allowed")
                    .at(node.place()));
        }
        Integer first = ids.putIfAbsent(id, nodes.size());
        if (first == null) {
            nodes.add(node);
        } else {
            problems.add(duplicate(nodes.get(first), node));
        }
    }

    static Problem invalid(ErrorCode code, String what) {
        return Problem.of(code, what)
                .why("it has 1 to " + RevisionId.MAX_LENGTH
                        + " characters without blanks and @ - + :, and is none of head, heads, base, current")
                .todo("choose another one; a generated one looks like 3f2a9c1b7d04");
    }

    private static Problem duplicate(RevisionNode first, RevisionNode second) {
        return Problem.of(ErrorCode.DUPLICATE_REVISION, "the revision " + first.id() + " is declared twice")
                .at(second.place())
                .why("also declared at " + where(first))
                .todo("give one of them a new id, and its children that parent");
    }

    private static String where(RevisionNode node) {
        Place place = node.place();
        return place == null ? "an unknown place" : place.toString();
    }

    private void addLabels(RevisionNode node) {
        for (String label : node.labels()) {
            Integer other = labels.putIfAbsent(label, ids.get(node.id()));
            if (!RevisionId.isValid(label) || RevisionId.isReserved(label)) {
                problems.add(invalid(
                                ErrorCode.INVALID_LABEL,
                                "the branch label '" + label + "' of " + node.id() + " is not allowed")
                        .at(node.place()));
            } else if (ids.containsKey(label)) {
                problems.add(Problem.of(
                                ErrorCode.DUPLICATE_LABEL,
                                "the branch label " + label + " of " + node.id() + " is also the id of a revision")
                        .at(node.place())
                        .why("that revision is at " + where(nodes.get(ids.get(label))))
                        .todo("rename the label"));
            } else if (other != null) {
                RevisionNode first = nodes.get(other);
                problems.add(Problem.of(
                                ErrorCode.DUPLICATE_LABEL,
                                "the branch label " + label + " of " + node.id() + " is declared twice")
                        .at(node.place())
                        .why("also declared by " + first.id() + " at " + where(first))
                        .todo("remove one: descendants carry the label of their ancestor by themselves"));
            }
        }
    }

    private Links links() {
        int[][] downs = new int[nodes.size()][];
        int[][] needs = new int[nodes.size()][];
        boolean dependencies = false;
        for (int i = 0; i < downs.length; i++) {
            RevisionNode node = nodes.get(i);
            downs[i] = downs(i, node);
            needs[i] = node.dependsOn().isEmpty() ? downs[i] : needs(i, node, downs[i]);
            dependencies |= needs[i].length != downs[i].length;
        }
        return Links.of(downs, dependencies ? needs : downs);
    }

    private int[] downs(int self, RevisionNode node) {
        List<String> names = node.downs();
        int[] found = new int[names.size()];
        for (int k = 0; k < found.length; k++) {
            found[k] = parent(self, node, names.get(k));
        }
        return known(found);
    }

    private int[] needs(int self, RevisionNode node, int[] downs) {
        List<String> names = node.dependsOn();
        int[] found = Arrays.copyOf(downs, downs.length + names.size());
        for (int k = 0; k < names.size(); k++) {
            found[downs.length + k] = dependency(self, node, names.get(k));
        }
        return known(found);
    }

    /** Without what was not found and what was named twice. */
    private static int[] known(int[] found) {
        if (found.length == 1 && found[0] >= 0) {
            return found;
        }
        return found.length == 0
                ? Links.NONE
                : IntStream.of(found).filter(i -> i >= 0).distinct().toArray();
    }

    private int parent(int self, RevisionNode node, String id) {
        Integer found = ids.get(id);
        if (found == null) {
            problems.add(missing(ErrorCode.MISSING_PARENT, node, "parent", id));
            return -1;
        }
        if (found == self) {
            problems.add(own(node, "parent"));
            return -1;
        }
        return found;
    }

    private int dependency(int self, RevisionNode node, String name) {
        Integer found = Optional.ofNullable(ids.get(name)).orElse(labels.get(name));
        if (found == null) {
            problems.add(missing(ErrorCode.MISSING_DEPENDENCY, node, "dependency", name));
            return -1;
        }
        if (found == self) {
            problems.add(own(node, "dependency"));
            return -1;
        }
        return found;
    }

    private static Problem own(RevisionNode node, String role) {
        return Problem.of(ErrorCode.SELF_PARENT, "the revision " + node.id() + " is its own " + role)
                .at(node.place())
                .todo("name another revision, or none");
    }

    private Problem missing(ErrorCode code, RevisionNode node, String role, String name) {
        Problem problem = Problem.of(code, "the " + role + " " + name + " of " + node.id() + " does not exist")
                .at(node.place());
        Optional<String> near = near(name);
        return near.isPresent()
                ? problem.todo("write the full id " + near.get() + ", if that is meant")
                : problem.todo("restore the script of " + name + ", or name an existing revision");
    }

    private Optional<String> near(String name) {
        if (searches++ >= NEAREST_SEARCHES) {
            return Optional.empty();
        }
        return Nearest.to(name, ids.keySet())
                .or(() -> ids.keySet().stream()
                        .filter(id -> name.length() >= RevisionId.MIN_PREFIX && id.startsWith(name))
                        .min(Comparator.naturalOrder()));
    }
}
