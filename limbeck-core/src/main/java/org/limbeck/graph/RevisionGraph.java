package org.limbeck.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/**
 * All revisions of one history and how they stand to each other. Immutable and safe for use by several threads.
 *
 * <p>Lists come in order of creation (revisions without a time last), then of id: the same on every machine, whatever
 * the order in which the scripts were found.
 */
public final class RevisionGraph {
    private final List<RevisionNode> nodes;
    private final Map<String, Integer> ids;
    private final Map<String, Integer> labels;
    private final Links links;

    RevisionGraph(List<RevisionNode> nodes, Map<String, Integer> ids, Map<String, Integer> labels, Links links) {
        this.nodes = nodes;
        this.ids = ids;
        this.labels = labels;
        this.links = links;
    }

    /**
     * Builds and checks a graph.
     *
     * @throws LimbeckException with all problems found: invalid or duplicate ids and labels, missing parents and
     *     dependencies, revisions that are their own parent, circles
     */
    public static RevisionGraph of(Collection<RevisionNode> nodes) {
        return GraphBuilder.build(nodes);
    }

    /** The same as {@link #of(Collection)}. */
    public static RevisionGraph of(RevisionNode... nodes) {
        return of(Arrays.asList(nodes));
    }

    public int size() {
        return nodes.size();
    }

    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** All revisions. */
    public List<RevisionNode> nodes() {
        return nodes;
    }

    public boolean contains(String id) {
        return ids.containsKey(id);
    }

    /** The revision with exactly this id. */
    public Optional<RevisionNode> find(String id) {
        return Optional.ofNullable(ids.get(id)).map(nodes::get);
    }

    /**
     * The revision with exactly this id.
     *
     * @throws LimbeckException if there is none
     */
    public RevisionNode get(String id) {
        return nodes.get(position(id));
    }

    /** The revisions without children; several when history forks. */
    public List<RevisionNode> heads() {
        return list(headSet());
    }

    /** The heads on which no other revision depends: applying them applies everything. */
    public List<RevisionNode> effectiveHeads() {
        return list(effectiveHeadSet());
    }

    /** The revisions without parents; they may have dependencies. */
    public List<RevisionNode> bases() {
        return list(Links.ends(links.downs()));
    }

    /** The revisions with neither parents nor dependencies. */
    public List<RevisionNode> effectiveBases() {
        return list(Links.ends(links.needs()));
    }

    /** The revisions with several children. */
    public List<RevisionNode> branchPoints() {
        return list(several(links.children()));
    }

    /** The revisions with several parents. */
    public List<RevisionNode> mergePoints() {
        return list(several(links.downs()));
    }

    /** The parents, as declared. */
    public List<RevisionNode> parents(String id) {
        return list(links.downs()[position(id)]);
    }

    /** The children by parent. */
    public List<RevisionNode> children(String id) {
        return list(links.children()[position(id)]);
    }

    /** What the revision depends on beside its parents, resolved from ids and labels. */
    public List<RevisionNode> dependencies(String id) {
        int self = position(id);
        int[] needs = links.needs()[self];
        return list(Arrays.copyOfRange(needs, links.downs()[self].length, needs.length));
    }

    /** Parents, and those dependencies that no ancestor by parent declares already. */
    public List<RevisionNode> normalisedParents(String id) {
        int self = position(id);
        BitSet declared = new BitSet();
        BitSet above = Links.reach(self, links.downs());
        above.clear(self);
        above.stream()
                .flatMap(i -> Arrays.stream(links.needs()[i]).skip(links.downs()[i].length))
                .forEach(declared::set);
        int parents = links.downs()[self].length;
        int[] needs = links.needs()[self];
        return list(IntStream.range(0, needs.length)
                .filter(k -> k < parents || !declared.get(needs[k]))
                .map(k -> needs[k])
                .toArray());
    }

    /** Everything below a revision by parent, without itself. */
    public List<RevisionNode> ancestors(String id) {
        return others(id, links.downs());
    }

    /** Everything that must be applied before a revision: below it by parent and dependency, without itself. */
    public List<RevisionNode> requirements(String id) {
        return others(id, links.needs());
    }

    /** Everything above a revision by parent, without itself. */
    public List<RevisionNode> descendants(String id) {
        return others(id, links.children());
    }

    /** Everything that cannot stay without a revision: above it by parent and dependency, without itself. */
    public List<RevisionNode> dependants(String id) {
        return others(id, links.users());
    }

    /** The revision that declares a branch label. */
    public Optional<RevisionNode> labelled(String label) {
        return Optional.ofNullable(labels.get(label)).map(nodes::get);
    }

    /** All declared branch labels. */
    public Set<String> labels() {
        return Set.copyOf(labels.keySet());
    }

    /** For every revision that is on a labelled branch, the labels it carries (own and inherited) by its id, sorted. */
    public Map<String, List<String>> carriedLabels() {
        Map<String, List<String>> carried = new HashMap<>();
        labels.keySet().stream()
                .sorted()
                .forEach(label -> carriers(label).stream()
                        .forEach(i -> carried.merge(nodes.get(i).id(), List.of(label), RevisionGraph::joined)));
        return carried;
    }

    /** The declaring revision, its descendants, and its ancestors down to the next merge or to what several others need. */
    BitSet carriers(String label) {
        int start = position(labels, label);
        BitSet carriers = Links.reach(start, links.children());
        int current = start;
        while (links.users()[current].length <= 1 && links.downs()[current].length <= 1) {
            carriers.set(current);
            if (links.downs()[current].length == 0) {
                break;
            }
            current = links.downs()[current][0];
        }
        return carriers;
    }

    Links links() {
        return links;
    }

    /** The position of an id in {@link #nodes}, or -1. */
    public int positionOf(String id) {
        return ids.getOrDefault(id, -1);
    }

    /** The position of an id, or of the revision that declares a label, or -1. */
    int named(String idOrLabel) {
        Integer found = ids.get(idOrLabel);
        return found != null ? found : labels.getOrDefault(idOrLabel, -1);
    }

    RevisionNode at(int position) {
        return nodes.get(position);
    }

    BitSet headSet() {
        return Links.ends(links.children());
    }

    BitSet effectiveHeadSet() {
        return Links.ends(links.users());
    }

    List<RevisionNode> list(BitSet positions) {
        return list(Links.positions(positions));
    }

    List<RevisionNode> list(int[] positions) {
        RevisionNode[] list = new RevisionNode[positions.length];
        for (int k = 0; k < list.length; k++) {
            list[k] = nodes.get(positions[k]);
        }
        return List.of(list);
    }

    private List<RevisionNode> others(String id, int[][] along) {
        int self = position(id);
        BitSet reached = Links.reach(self, along);
        reached.clear(self);
        return list(reached);
    }

    private int[] several(int[][] along) {
        return IntStream.range(0, size()).filter(i -> along[i].length > 1).toArray();
    }

    private int position(String id) {
        return position(ids, id);
    }

    private static int position(Map<String, Integer> names, String name) {
        Integer found = names.get(name);
        if (found == null) {
            throw Problem.of(ErrorCode.NO_SUCH_REVISION, "there is no revision " + name)
                    .exception();
        }
        return found;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return IntStream.range(0, one.size() + other.size())
                .mapToObj(i -> i < one.size() ? one.get(i) : other.get(i - one.size()))
                .toList();
    }
}
