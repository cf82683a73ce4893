package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Checks what a new revision needs before it is written: all problems at once. */
final class Drafting {
    private final RevisionGraph graph;
    private final Symbols symbols;
    private final RevisionRequest request;
    private final List<Problem> problems = new ArrayList<>();

    private Drafting(RevisionGraph graph, Symbols symbols, RevisionRequest request) {
        this.graph = graph;
        this.symbols = symbols;
        this.request = request;
    }

    static RevisionDraft revision(RevisionGraph graph, Symbols symbols, RevisionRequest request) {
        return new Drafting(graph, symbols, request).draft(false);
    }

    static RevisionDraft merge(RevisionGraph graph, Symbols symbols, RevisionRequest request) {
        return new Drafting(graph, symbols, request).draft(true);
    }

    private RevisionDraft draft(boolean merge) {
        int[] parents = parents(merge);
        if (problems.isEmpty()) {
            checkParents(parents, merge);
        }
        checkId();
        request.labels().forEach(this::checkLabel);
        List<String> dependsOn = request.dependsOn().stream()
                .map(this::dependency)
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        return new RevisionDraft(newId(), graph.list(parents), dependsOn, request.labels());
    }

    private int[] parents(boolean merge) {
        Set<Integer> found = new LinkedHashSet<>();
        for (String text : request.parents()) {
            collect(() -> {
                Target target = symbols.parse(text);
                for (int parent : merge && isAllHeads(target) ? plainHeads() : symbols.many(target)) {
                    found.add(parent);
                }
            });
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isAllHeads(Target target) {
        return target.branch() == null && target.steps() == null && Target.HEADS.equals(target.symbol());
    }

    private int[] plainHeads() {
        return Links.positions(graph.headSet());
    }

    private void checkParents(int[] parents, boolean merge) {
        if (merge && parents.length < 2) {
            problems.add(nothingToMerge(parents));
            return;
        }
        BitSet set = Links.setOf(parents);
        BitSet tips = Links.without(
                Links.reach(set, graph.links().downs()), graph.links().children());
        Links.minus(set, tips).stream().forEach(parent -> problems.add(overlapping(graph.at(parent))));
        if (!request.splice()) {
            Arrays.stream(parents)
                    .filter(parent -> graph.links().children()[parent].length > 0)
                    .forEach(parent -> problems.add(notHead(parent)));
        }
    }

    private Problem nothingToMerge(int[] parents) {
        String what = parents.length == 0
                ? "there is no head"
                : "there is one head only, " + graph.at(parents[0]).id();
        return Problem.of(ErrorCode.NOTHING_TO_MERGE, "nothing to merge: " + what)
                .why("a merge joins two or more revisions");
    }

    private static Problem overlapping(RevisionNode node) {
        return Problem.of(
                        ErrorCode.OVERLAPPING_TARGETS, "the parent " + node.id() + " is an ancestor of another parent")
                .at(node.place())
                .todo("leave it out");
    }

    private Problem notHead(int parent) {
        RevisionNode node = graph.at(parent);
        List<RevisionNode> children = graph.list(graph.links().children()[parent]);
        Problem problem = Problem.of(ErrorCode.NOT_A_HEAD, "the revision " + node.id() + " is not a head")
                .at(node.place())
                .why("its children are "
                        + Say.names(children.stream().map(RevisionNode::id).toList()));
        return problem.todo("name a head, or fork history on purpose with  --splice");
    }

    private void checkId() {
        String id = request.id();
        if (id == null) {
            return;
        }
        if (!RevisionId.isValid(id) || RevisionId.isReserved(id)) {
            problems.add(GraphBuilder.invalid(ErrorCode.INVALID_ID, "the revision id '" + id + "' is not allowed"));
        }
        taken(ErrorCode.DUPLICATE_REVISION, "the revision id " + id, id);
    }

    private void checkLabel(String label) {
        if (!RevisionId.isValid(label) || RevisionId.isReserved(label)) {
            problems.add(
                    GraphBuilder.invalid(ErrorCode.INVALID_LABEL, "the branch label '" + label + "' is not allowed"));
        }
        taken(ErrorCode.DUPLICATE_LABEL, "the branch label " + label, label);
        if (label.equals(request.id())) {
            problems.add(Problem.of(ErrorCode.DUPLICATE_LABEL, "the branch label " + label + " equals the id"));
        }
    }

    private void taken(ErrorCode code, String what, String name) {
        int holder = graph.named(name);
        if (holder >= 0) {
            RevisionNode node = graph.at(holder);
            problems.add(Problem.of(code, what + " is taken")
                    .at(node.place())
                    .why("by revision " + node.id())
                    .todo("choose another one"));
        }
    }

    /** A label stays a label, everything else becomes a full id. */
    private List<String> dependency(String text) {
        List<String> found = new ArrayList<>();
        collect(() -> {
            if (graph.labelled(text).isPresent()) {
                found.add(text);
            } else {
                graph.list(symbols.many(symbols.parse(text))).forEach(node -> found.add(node.id()));
            }
        });
        return found;
    }

    private String newId() {
        String wanted = request.id();
        if (wanted != null) {
            return wanted;
        }
        String id = RevisionId.generate();
        while (graph.named(id) >= 0) {
            id = RevisionId.generate();
        }
        return id;
    }

    private void collect(Runnable part) {
        try {
            part.run();
        } catch (LimbeckException e) {
            problems.addAll(e.problems());
        }
    }
}
