package org.limbeck.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;

/** Finds the revision that a name means: an id, a label, a release name, or the beginning of an id or label. */
final class Names {
    private final RevisionGraph graph;
    private final Map<String, String> releases;

    Names(RevisionGraph graph, Map<String, String> releases) {
        this.graph = graph;
        this.releases = releases;
    }

    Set<String> releaseNames() {
        return releases.keySet();
    }

    /**
     * The position of the revision.
     *
     * @param branch the branch on which it must be, or null
     * @throws LimbeckException if there is none or are several
     */
    int find(String name, @Nullable String branch) {
        if (branch == null) {
            return find(name);
        }
        BitSet lineage = lineage(branch);
        int exact = exact(name);
        int found = exact >= 0 ? exact : byPrefix(name, lineage, branch);
        if (!lineage.get(found)) {
            throw notMember(name, found, branch);
        }
        return found;
    }

    /** What stands above or below the revision that a branch is named by. */
    BitSet lineage(String branch) {
        return graph.links().lineage(branchPoint(branch));
    }

    /** The revision that a branch is named by: the declaring one of a label, or any revision. */
    int branchPoint(String branch) {
        int exact = exact(branch);
        if (exact >= 0) {
            return exact;
        }
        List<String> names = prefixed(branch, null);
        if (branch.length() >= RevisionId.MIN_PREFIX && names.size() == 1) {
            return graph.named(names.get(0));
        }
        throw names.size() > 1 ? ambiguous(branch, names) : noSuchBranch(branch);
    }

    private int find(String name) {
        int exact = exact(name);
        return exact >= 0 ? exact : byPrefix(name, null, null);
    }

    private int exact(String name) {
        int known = graph.named(name);
        String released = releases.get(name);
        return known >= 0 || released == null ? known : release(name, released);
    }

    private int release(String name, String id) {
        int exact = graph.named(id);
        List<String> names = exact >= 0 ? List.of(id) : prefixed(id, null);
        if (names.size() != 1 || (exact < 0 && id.length() < RevisionId.MIN_PREFIX)) {
            throw Problem.of(ErrorCode.NO_SUCH_REVISION, "the release " + name + " names revision " + id)
                    .why("there is no such revision among the scripts")
                    .todo("correct the release in the settings, or restore the script")
                    .exception();
        }
        return graph.named(names.get(0));
    }

    private int byPrefix(String prefix, @Nullable BitSet within, @Nullable String branch) {
        List<String> names = prefixed(prefix, within);
        if (prefix.length() < RevisionId.MIN_PREFIX || names.isEmpty()) {
            throw unknown(prefix, names, branch);
        }
        if (names.size() > 1) {
            throw ambiguous(prefix, names);
        }
        return graph.named(names.get(0));
    }

    /** The ids and labels that begin so, sorted. */
    private List<String> prefixed(String prefix, @Nullable BitSet within) {
        return allNames()
                .filter(name -> name.startsWith(prefix) && name.length() >= RevisionId.MIN_PREFIX)
                .filter(name -> within == null || within.get(graph.named(name)))
                .sorted()
                .toList();
    }

    private Stream<String> allNames() {
        return Stream.concat(graph.nodes().stream().map(RevisionNode::id), graph.labels().stream());
    }

    private LimbeckException unknown(String name, List<String> names, @Nullable String branch) {
        String place = branch == null ? "" : " on branch " + branch;
        Problem problem =
                Problem.of(ErrorCode.NO_SUCH_REVISION, "there is no revision or label '" + name + "'" + place);
        if (name.length() < RevisionId.MIN_PREFIX) {
            problem = problem.why("a shortened id has at least " + RevisionId.MIN_PREFIX + " characters");
        }
        if (!names.isEmpty()) {
            return problem.todo("so begin: " + Say.names(names)).exception();
        }
        return near(name)
                .map(near -> Problem.of(
                                ErrorCode.NO_SUCH_REVISION, "there is no revision or label '" + name + "'" + place)
                        .todo("the nearest name is " + near))
                .orElse(problem.todo("see  limbeck history"))
                .exception();
    }

    private Optional<String> near(String name) {
        return Nearest.to(
                name, Stream.concat(allNames(), releases.keySet().stream()).toList());
    }

    private LimbeckException noSuchBranch(String branch) {
        List<String> labels = graph.labels().stream().sorted().toList();
        Problem problem = Problem.of(ErrorCode.NO_SUCH_BRANCH, "there is no branch '" + branch + "'");
        return (labels.isEmpty()
                        ? problem.why("no revision declares a label")
                        : problem.why("the labels are " + Say.names(labels)))
                .todo(near(branch)
                        .map(near -> "the nearest name is " + near)
                        .orElse("name a label or a revision before the @"))
                .exception();
    }

    private static LimbeckException ambiguous(String prefix, List<String> names) {
        return Problem.of(ErrorCode.AMBIGUOUS_REVISION, "several revisions or labels begin with '" + prefix + "'")
                .why(Say.names(names))
                .todo("write more characters")
                .exception();
    }

    private LimbeckException notMember(String name, int found, String branch) {
        RevisionNode node = graph.at(found);
        return Problem.of(ErrorCode.NOT_A_BRANCH_MEMBER, "the revision " + node.id() + " is not on branch " + branch)
                .at(node.place())
                .why("it stands neither above nor below "
                        + graph.at(branchPoint(branch)).id())
                .todo("write " + name + " without the branch, or a revision of the branch")
                .exception();
    }
}
