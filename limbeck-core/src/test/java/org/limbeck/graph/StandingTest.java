package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.graph.Standing.State;

class StandingTest {
    private static final RevisionGraph TWO = graph("a1", "a2 < a1", "b1", "b2 < b1 / a2");

    private static Standing standing(RevisionGraph graph, String... applied) {
        return Standing.of(AppliedSet.of(graph, List.of(applied)));
    }

    @Test
    void everythingAppliedIsUpToDate() {
        Standing standing = standing(TWO, "a1", "a2", "b1", "b2");

        assertThat(standing.state()).isEqualTo(State.UP_TO_DATE);
        assertThat(standing.isUpToDate()).isTrue();
        assertThat(standing.behind()).isZero();
    }

    @Test
    void upToDateAlsoWhereAPlainHeadIsOnlyNeededByAnother() {
        Standing standing = standing(TWO, "a1", "a2", "b1", "b2");

        assertThat(ids(standing.current())).containsExactly("b2");
        assertThat(ids(standing.latest())).containsExactly("b2");
        assertThat(ids(standing.lineHeads())).containsExactly("a2", "b2");
        assertThat(standing.severalHeads()).isTrue();
    }

    @Test
    void behindSaysWhatWaitsInOrder() {
        Standing standing = standing(TWO, "a1");

        assertThat(standing.state()).isEqualTo(State.BEHIND);
        assertThat(ids(standing.pending())).containsExactly("a2", "b1", "b2");
        assertThat(standing.behind()).isEqualTo(3);
    }

    @Test
    void aheadIsADatabaseNewerThanTheScripts() {
        Standing standing = standing(graph("r1", "r2 < r1"), "r1", "r2", "r3", "r4");

        assertThat(standing.state()).isEqualTo(State.AHEAD);
        assertThat(standing.unknown()).containsExactly("r3", "r4");
        assertThat(ids(standing.current())).containsExactly("r2");
    }

    @Test
    void divergedIsUnknownAndBehind() {
        assertThat(standing(graph("r1", "r2 < r1"), "r1", "x2").state()).isEqualTo(State.DIVERGED);
    }

    @Test
    void incompleteIsARewrittenHistory() {
        Standing standing = standing(graph("r1", "r2 < r1", "r3 < r2"), "r1", "r3");

        assertThat(standing.state()).isEqualTo(State.INCOMPLETE);
        assertThat(ids(standing.gaps())).containsExactly("r2");
        assertThat(standing.pending()).isEmpty();
        assertThat(ids(standing.current())).containsExactly("r3");
    }

    @Test
    void nothingAppliedIsBehindByAll() {
        assertThat(standing(SHOP).behind()).isEqualTo(8);
        assertThat(standing(SHOP).current()).isEmpty();
    }

    @Test
    void anEmptyHistoryIsUpToDate() {
        assertThat(standing(graph()).state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void oneHeadIsNotSeveral() {
        assertThat(standing(graph("r1", "r2 < r1"), "r1").severalHeads()).isFalse();
    }

    @Test
    void anAppliedSetKnowsItsMembers() {
        AppliedSet applied = AppliedSet.of(SHOP, List.of("t100", "zzz", "t200", "zzz"));

        assertThat(ids(applied.nodes())).containsExactly("t100", "t200");
        assertThat(applied.unknown()).containsExactly("zzz");
        assertThat(applied.contains("t100")).isTrue();
        assertThat(applied.contains("zzz")).isTrue();
        assertThat(applied.contains("a300")).isFalse();
        assertThat(applied.isEmpty()).isFalse();
        assertThat(AppliedSet.empty(SHOP).isEmpty()).isTrue();
    }

    @Test
    void tipsStandForAllThatTheyNeed() {
        assertThat(ids(AppliedSet.upTo(SHOP, List.of("d100", "a300")).nodes()))
                .containsExactly("a300", "d100", "t100", "t200");
    }
}
