package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.ids;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RandomGraphs.Case;

/** What holds for branches and steps on every graph; a branch may be named by any of its revisions. */
@Domain(RandomGraphs.class)
class BranchLawsTest {

    @Property(tries = 300)
    void headsOfABranchAreThePlainHeadsOfItsLineage(@ForAll Case any) {
        String branch = any.any(1).id();
        Set<String> wanted = new HashSet<>(ids(any.graph().heads()));
        wanted.retainAll(lineage(any.graph(), branch));

        assertThat(ids(any.navigator().resolveAll(branch + "@heads"))).containsExactlyInAnyOrderElementsOf(wanted);
        if (wanted.size() == 1) {
            assertThat(ids(any.navigator().resolveAll(branch + "@head"))).containsExactlyElementsOf(wanted);
        } else {
            failure(ErrorCode.MULTIPLE_HEADS, () -> any.navigator().resolveAll(branch + "@head"));
        }
    }

    @Property(tries = 300)
    void aRevisionIsOnABranchOnlyInItsLineage(@ForAll Case any) {
        String branch = any.any(1).id();
        String id = any.any(2).id();

        if (lineage(any.graph(), branch).contains(id)) {
            assertThat(ids(any.navigator().resolveAll(branch + "@" + id))).containsExactly(id);
        } else {
            failure(ErrorCode.NOT_A_BRANCH_MEMBER, () -> any.navigator().resolve(branch + "@" + id));
        }
    }

    @Property(tries = 300)
    void aDowngradeOfABranchTakesDownPartOfThePlainOne(@ForAll Case any) {
        RevisionGraph graph = any.graph();
        String target = any.any(3).id();
        AppliedSet all = AppliedSet.upTo(graph, ids(graph.effectiveHeads()));
        List<String> plain = ids(new Navigator(all).downgrade(target));
        List<String> rest = new ArrayList<>(plain);
        for (RevisionNode child : graph.children(target)) {
            Route limited = new Navigator(all).downgrade(child.id() + "@" + target);

            assertThat(ids(limited)).isSubsetOf(plain).contains(child.id());
            assertThat(limited.after().gaps()).isEmpty();
            rest.removeAll(ids(limited));
        }
        assertThat(rest).as("every child's part together is the whole").isEmpty();
    }

    @Property(tries = 300)
    void baseOfABranchLeavesNothingOfItsLineageApplied(@ForAll Case any) {
        String branch = any.any(4).id();
        RevisionGraph graph = any.graph();
        AppliedSet all = AppliedSet.upTo(graph, ids(graph.effectiveHeads()));
        Route down = new Navigator(all).downgrade(branch + "@base");

        assertThat(ids(down.after().nodes())).doesNotContain(branch);
        assertThat(ids(down)).containsAll(ids(graph.descendants(branch)));
        assertThat(down.after().gaps()).isEmpty();
    }

    @Property(tries = 300)
    void stepsFromASymbolFollowParents(@ForAll Case any) {
        RevisionGraph graph = any.graph();
        String id = any.any(5).id();
        List<String> line = new ArrayList<>(List.of(id));
        while (graph.parents(line.get(line.size() - 1)).size() == 1) {
            line.add(graph.parents(line.get(line.size() - 1)).get(0).id());
        }
        for (int step = 0; step < line.size(); step++) {
            assertThat(ids(any.navigator().resolveAll(id + "-" + step))).containsExactly(line.get(step));
        }
        assertBelow(any, id, line);
    }

    private static void assertBelow(Case any, String id, List<String> line) {
        boolean merge = !any.graph().parents(line.get(line.size() - 1)).isEmpty();
        String below = id + "-" + line.size();
        if (merge) {
            failure(ErrorCode.AMBIGUOUS_WALK, () -> any.navigator().resolve(below));
        } else {
            assertThat(any.navigator().resolve(below)).isEmpty();
            failure(ErrorCode.WALKED_TOO_FAR, () -> any.navigator().resolve(id + "-" + (line.size() + 1)));
        }
    }

    @Property(tries = 300)
    void oneStepUpIsAChildAndOneStepDownBringsBack(@ForAll Case any) {
        RevisionGraph graph = any.graph();
        String id = any.any(6).id();
        Navigator navigator = Graphs.at(graph, id);
        List<RevisionNode> children = graph.children(id);
        if (children.size() != 1) {
            LimbeckException failure = failure(
                    children.isEmpty() ? ErrorCode.WALKED_TOO_FAR : ErrorCode.AMBIGUOUS_WALK,
                    () -> navigator.upgrade("+1"));
            assertThat(failure.problems()).hasSize(1);
            return;
        }
        Route up = navigator.upgrade("+1");
        String child = children.get(0).id();
        assertThat(up.headsAfter()).containsExactly(child);
        if (graph.parents(child).size() == 1) {
            assertThat(ids(new Navigator(up.after()).downgrade("-1"))).containsExactly(child);
        }
    }

    @Property(tries = 300)
    void historyOfARangeLiesBetweenItsEnds(@ForAll Case any) {
        RevisionGraph graph = any.graph();
        String upper = any.any(7).id();
        for (RevisionNode lower : graph.ancestors(upper)) {
            List<String> range = ids(any.navigator().history(lower.id() + ":" + upper));

            assertThat(range.get(0)).isEqualTo(upper);
            assertThat(range).contains(lower.id()).doesNotHaveDuplicates();
            assertThat(Collections.disjoint(range, ids(graph.requirements(lower.id()))))
                    .isTrue();
        }
    }

    @Property(tries = 300)
    void aDraftOnAnyHeadsMakesAGraph(@ForAll Case any) {
        RevisionGraph graph = any.graph();
        RevisionDraft draft = graph.heads().size() > 1
                ? any.navigator().draftMerge(RevisionRequest.on("heads"))
                : any.navigator().draft(RevisionRequest.on("head"));
        List<RevisionNode> nodes = new ArrayList<>(graph.nodes());
        nodes.add(RevisionNode.of(draft.id(), draft.downs().toArray(String[]::new)));

        assertThat(ids(RevisionGraph.of(nodes).heads())).containsExactly(draft.id());
    }

    private static Set<String> lineage(RevisionGraph graph, String id) {
        Set<String> lineage = new HashSet<>(ids(graph.ancestors(id)));
        lineage.addAll(ids(graph.descendants(id)));
        lineage.add(id);
        return lineage;
    }
}
