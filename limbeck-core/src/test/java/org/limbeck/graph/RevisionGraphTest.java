package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;

class RevisionGraphTest {

    @Test
    void aHeadHasNoChild() {
        assertThat(ids(SHOP.heads())).containsExactly("d200", "m500");
    }

    @Test
    void anEffectiveHeadHasNoDependantEither() {
        RevisionGraph graph = graph("a1", "b1 / a1");

        assertThat(ids(graph.heads())).containsExactly("a1", "b1");
        assertThat(ids(graph.effectiveHeads())).containsExactly("b1");
    }

    @Test
    void aBaseMayHaveDependenciesAnEffectiveBaseNot() {
        RevisionGraph graph = graph("a1", "b1 / a1");

        assertThat(ids(graph.bases())).containsExactly("a1", "b1");
        assertThat(ids(graph.effectiveBases())).containsExactly("a1");
    }

    @Test
    void branchPointsHaveSeveralChildrenAndMergePointsSeveralParents() {
        assertThat(ids(SHOP.branchPoints())).containsExactly("t200");
        assertThat(ids(SHOP.mergePoints())).containsExactly("m500");
        assertThat(ids(SHOP.children("t200"))).containsExactly("a300", "b300");
        assertThat(ids(SHOP.parents("m500"))).containsExactly("a400", "b300");
    }

    @Test
    void aDependencyMakesNoBranchPoint() {
        assertThat(ids(graph("a1", "a2 < a1", "b1 / a1").branchPoints())).isEmpty();
    }

    @Test
    void ancestorsAndDescendantsGoByParentOnly() {
        assertThat(ids(SHOP.ancestors("d200"))).containsExactly("d100");
        assertThat(ids(SHOP.descendants("a400"))).containsExactly("m500");
    }

    @Test
    void requirementsAndDependantsGoByDependencyToo() {
        assertThat(ids(SHOP.requirements("d200"))).containsExactly("a300", "a400", "d100", "t100", "t200");
        assertThat(ids(SHOP.dependants("a400"))).containsExactly("d200", "m500");
    }

    @Test
    void aDependencyCanBeALabel() {
        RevisionGraph graph = graph("a1", "a2 < a1 [alpha]", "b1 / alpha");

        assertThat(ids(graph.dependencies("b1"))).containsExactly("a2");
    }

    @Test
    void aDependencyThatIsAParentIsNoDependency() {
        RevisionGraph graph = graph("a1", "a2 < a1 / a1");

        assertThat(graph.dependencies("a2")).isEmpty();
        assertThat(ids(graph.parents("a2"))).containsExactly("a1");
    }

    @Test
    void normalisedParentsLeaveOutWhatAnAncestorDeclares() {
        RevisionGraph graph = graph("x1", "x2 < x1", "a1 / x1", "a2 < a1 / x1 x2");

        assertThat(ids(graph.normalisedParents("a2"))).containsExactly("a1", "x2");
        assertThat(ids(graph.normalisedParents("a1"))).containsExactly("x1");
        assertThat(ids(graph.normalisedParents("x1"))).isEmpty();
    }

    @Test
    void theSameParentTwiceCountsOnce() {
        assertThat(ids(graph("a1", "a2 < a1 a1").parents("a2"))).containsExactly("a1");
    }

    @Test
    void listsComeByCreationThenByIdWhateverTheOrderOfFiles() {
        LocalDateTime day = LocalDateTime.of(2026, 1, 1, 0, 0);
        List<RevisionNode> nodes = List.of(
                RevisionNode.of("d"),
                RevisionNode.of("c").withCreated(day),
                RevisionNode.of("b").withCreated(day.plusDays(1)),
                RevisionNode.of("a").withCreated(day.plusDays(1)),
                RevisionNode.of("e"));

        assertThat(ids(RevisionGraph.of(nodes).nodes())).containsExactly("c", "a", "b", "d", "e");
    }

    @Test
    void anEmptyGraphIsAGraph() {
        RevisionGraph graph = RevisionGraph.of();

        assertThat(graph.isEmpty()).isTrue();
        assertThat(graph.heads()).isEmpty();
        assertThat(graph.bases()).isEmpty();
    }

    @Test
    void findsById() {
        assertThat(SHOP.find("a300")).map(RevisionNode::id).contains("a300");
        assertThat(SHOP.find("alpha")).isEmpty();
        assertThat(SHOP.contains("a300")).isTrue();
        assertThat(SHOP.get("a300").labels()).containsExactly("alpha");
        failure(ErrorCode.NO_SUCH_REVISION, () -> SHOP.get("nope"));
        failure(ErrorCode.NO_SUCH_REVISION, () -> SHOP.parents("nope"));
    }
}
