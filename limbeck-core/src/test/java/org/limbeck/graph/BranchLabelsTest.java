package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.graph;

import java.util.List;

import org.junit.jupiter.api.Test;

class BranchLabelsTest {

    @Test
    void aLabelCoversItsDescendantsThroughMerges() {
        assertThat(SHOP.carriedLabels())
                .containsEntry("a300", List.of("alpha"))
                .containsEntry("a400", List.of("alpha"))
                .containsEntry("b300", List.of("beta"))
                .containsEntry("m500", List.of("alpha", "beta"));
    }

    @Test
    void aLabelBesideAForkDoesNotCoverTheForkPoint() {
        assertThat(SHOP.carriedLabels()).doesNotContainKeys("t100", "t200");
    }

    @Test
    void aLabelOnTheSecondRevisionOfAPlainLineCoversTheBaseToo() {
        assertThat(graph("a1", "a2 < a1 [alpha]", "a3 < a2").carriedLabels()).containsOnlyKeys("a1", "a2", "a3");
    }

    @Test
    void aLabelGoesDownToAMergePointAndNotOntoIt() {
        RevisionGraph graph = graph("a1", "b1", "m1 < a1 b1", "m2 < m1", "m3 < m2 [late]");

        assertThat(graph.carriedLabels()).containsOnlyKeys("m2", "m3");
    }

    @Test
    void aLabelDoesNotPassADependency() {
        assertThat(graph("a1 [alpha]", "b1 / a1").carriedLabels()).containsOnlyKeys("a1");
        assertThat(graph("a1", "b1 / a1 [beta]").carriedLabels()).containsOnlyKeys("b1");
    }

    @Test
    void aLabelGoesDownToWhatAnotherLineNeedsAndNotOntoIt() {
        RevisionGraph graph = graph("a1", "a2 < a1", "a3 < a2 [alpha]", "b1 / a1");

        assertThat(graph.carriedLabels()).containsOnlyKeys("a2", "a3");
    }

    @Test
    void aLabelOnAForkPointCoversBothSides() {
        RevisionGraph graph = graph("a1", "a2 < a1 [main]", "b1 < a2", "c1 < a2");

        assertThat(graph.carriedLabels()).containsOnlyKeys("a2", "b1", "c1");
    }

    @Test
    void aRevisionMayDeclareSeveralLabels() {
        RevisionGraph graph = graph("a1 [one two]");

        assertThat(graph.carriedLabels()).containsEntry("a1", List.of("one", "two"));
        assertThat(graph.labels()).containsExactlyInAnyOrder("one", "two");
        assertThat(graph.labelled("two")).map(RevisionNode::id).contains("a1");
    }

    @Test
    void withoutLabelsNothingIsCarried() {
        assertThat(graph("a1", "a2 < a1").carriedLabels()).isEmpty();
    }
}
