package org.limbeck.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;

/** Checks the graph of one folder, knowing what lies elsewhere. */
final class GraphCheck {
    private static final int SHOWN = 5;

    private final List<RevisionNode> own;
    private final Set<String> used;
    private final RevisionGraph graph;

    /**
     * Builds the graph.
     *
     * @param others revisions that this history may stand on: of other folders and modules
     * @throws LimbeckException with all problems of the graph
     */
    GraphCheck(List<RevisionNode> own, Collection<RevisionNode> others) {
        this.own = own;
        this.used = Stream.concat(own.stream(), others.stream())
                .flatMap(node -> names(node).stream())
                .collect(Collectors.toSet());
        List<RevisionNode> all = new ArrayList<>(own);
        all.addAll(needed(own, others));
        this.graph = RevisionGraph.of(all);
    }

    /** Of the others those that are below the own ones: a history does not take in what is beside it. */
    private static Collection<RevisionNode> needed(List<RevisionNode> own, Collection<RevisionNode> others) {
        Map<String, RevisionNode> known = new HashMap<>();
        for (RevisionNode other : others) {
            known.putIfAbsent(other.id(), other);
            other.labels().forEach(label -> known.putIfAbsent(label, other));
        }
        own.forEach(node -> known.remove(node.id()));
        Set<RevisionNode> needed = new LinkedHashSet<>();
        Deque<RevisionNode> todo = new ArrayDeque<>(own);
        while (!todo.isEmpty()) {
            for (String name : names(todo.pop())) {
                Optional.ofNullable(known.get(name)).filter(needed::add).ifPresent(todo::push);
            }
        }
        own.forEach(node -> known.put(node.id(), node));
        return needed.stream().map(node -> without(node, known.keySet())).toList();
    }

    /** What another module's revision stands on may be in SQL there, which is not seen from here. */
    private static RevisionNode without(RevisionNode node, Set<String> known) {
        return new RevisionNode(
                node.id(),
                node.downs().stream().filter(known::contains).toList(),
                node.dependsOn().stream().filter(known::contains).toList(),
                List.of(),
                node.message(),
                node.created(),
                node.place());
    }

    private static List<String> names(RevisionNode node) {
        return Stream.concat(node.downs().stream(), node.dependsOn().stream()).toList();
    }

    /** That there are several heads, told at the youngest; heads on labelled branches of their own are meant. */
    Optional<Problem> severalHeads(String history) {
        Set<String> ids = own.stream().map(RevisionNode::id).collect(Collectors.toSet());
        List<RevisionNode> heads = graph.effectiveHeads().stream()
                .filter(head -> ids.contains(head.id()) && !used.contains(head.id()))
                .toList();
        Set<String> labelled = graph.carriedLabels().keySet();
        if (heads.size() < 2 || heads.stream().allMatch(head -> labelled.contains(head.id()))) {
            return Optional.empty();
        }
        RevisionNode last = heads.get(heads.size() - 1);
        Problem problem = Problem.of(
                        ErrorCode.MULTIPLE_HEADS, "the history " + history + " has " + heads.size() + " heads")
                .at(last.place());
        for (RevisionNode head : heads.subList(0, Math.min(SHOWN, heads.size()))) {
            problem = problem.why(head.id() + "  " + head.message());
        }
        return Optional.of(problem.todo("limbeck merge heads -m \"...\", or put one after the other"));
    }
}
