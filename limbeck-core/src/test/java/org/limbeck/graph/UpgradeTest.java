package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;

class UpgradeTest {

    @Test
    void runsWhatTheTargetNeedsAndIsNotApplied() {
        assertThat(ids(at(SHOP).upgrade("a400"))).containsExactly("t100", "t200", "a300", "a400");
        assertThat(ids(at(SHOP, "t200").upgrade("a400"))).containsExactly("a300", "a400");
    }

    @Test
    void pullsDependenciesIn() {
        assertThat(ids(at(SHOP, "t200").upgrade("d200"))).containsExactly("a300", "a400", "d100", "d200");
    }

    @Test
    void doesNotPullDependantsIn() {
        assertThat(ids(at(SHOP).upgrade("alpha@head"))).doesNotContain("d100", "d200");
    }

    @Test
    void whatIsImpliedByADependencyIsNotRunAgain() {
        assertThat(ids(at(SHOP, "d200").upgrade("m500"))).containsExactly("b300", "m500");
    }

    @Test
    void toAnOlderOrEqualRevisionOrTheBaseIsSilentlyNothing() {
        assertThat(at(SHOP, "a400").upgrade("t200").isEmpty()).isTrue();
        assertThat(at(SHOP, "a400").upgrade("a400").isEmpty()).isTrue();
        assertThat(at(SHOP, "a400").upgrade("base").isEmpty()).isTrue();
        assertThat(at(SHOP, "a400").upgrade("alpha@base").isEmpty()).isTrue();
    }

    @Test
    void toHeadsRunsEverything() {
        assertThat(ids(at(SHOP).upgrade("heads"))).hasSize(8).containsAll(ids(SHOP.nodes()));
        failure(ErrorCode.MULTIPLE_HEADS, () -> at(SHOP).upgrade("head"));
    }

    @Test
    void severalTargetsMustNotNeedEachOther() {
        assertThat(ids(at(SHOP, "t200").upgrade("a300", "b300"))).containsExactlyInAnyOrder("a300", "b300");
        LimbeckException failure = failure(ErrorCode.OVERLAPPING_TARGETS, () -> at(SHOP).upgrade("a300", "a400"));

        assertThat(failure.problem().why()).containsExactly("a300  (a300.sql:3)");
        failure(ErrorCode.OVERLAPPING_TARGETS, () -> at(SHOP).upgrade("a400", "d200"));
    }

    @Test
    void keepsALineTogetherAndRunsTheFirstParentOfAMergeLast() {
        RevisionGraph graph = graph("t1", "a1 < t1", "b1 < t1", "a2 < a1", "b2 < b1", "m1 < a2 b2");

        assertThat(ids(at(graph).upgrade("head"))).containsExactly("t1", "b1", "b2", "a1", "a2", "m1");
    }

    @Test
    void tiesAreBrokenByCreationAndThenById() {
        LocalDateTime day = LocalDateTime.of(2026, 11, 20, 9, 0);
        List<RevisionNode> nodes = List.of(
                RevisionNode.of("z1").withCreated(day),
                RevisionNode.of("y1").withCreated(day.plusHours(1)),
                RevisionNode.of("x1").withCreated(day.plusHours(1)));

        assertThat(ids(at(RevisionGraph.of(nodes)).upgrade("heads"))).containsExactly("y1", "x1", "z1");
    }

    @Test
    void tellsTheMovesAndTheHeadsAfterwards() {
        Route route = at(SHOP, "t200").upgrade("d200");

        assertThat(route.direction().word()).isEqualTo("up");
        assertThat(route.moves())
                .containsExactly(
                        new Route.Move("a300", Direction.UP),
                        new Route.Move("a400", Direction.UP),
                        new Route.Move("d100", Direction.UP),
                        new Route.Move("d200", Direction.UP));
        assertThat(route.headsAfter()).containsExactly("d200");
        assertThat(at(SHOP, "b300").upgrade("a300").headsAfter()).containsExactly("a300", "b300");
    }

    @Test
    void nothingToDoKeepsTheHeads() {
        assertThat(at(SHOP, "a400").upgrade("t100").headsAfter()).containsExactly("a400");
    }

    @Test
    void aDatabaseWithUnknownRevisionsIsNotTouched() {
        Navigator navigator = new Navigator(AppliedSet.of(SHOP, List.of("t100", "zzz9", "zzz8")));
        LimbeckException failure = failure(ErrorCode.UNKNOWN_APPLIED_REVISION, () -> navigator.upgrade("heads"));

        assertThat(failure.problem().what()).isEqualTo("the database holds 2 revisions without a script: zzz8, zzz9");
        failure(ErrorCode.UNKNOWN_APPLIED_REVISION, () -> navigator.downgrade("base"));
        failure(ErrorCode.UNKNOWN_APPLIED_REVISION, () -> navigator.stamp(List.of("t100"), false));
    }

    @Test
    void startsAtAnyGivenState() {
        assertThat(ids(Navigator.from(SHOP, List.of("alpha@t200", "delt"), Map.of())
                        .upgrade("d200")))
                .containsExactly("a300", "a400", "d200");
        assertThat(ids(Navigator.from(SHOP, List.of("base"), Map.of()).upgrade("t100")))
                .containsExactly("t100");
        assertThat(ids(Navigator.from(SHOP, List.of("v1"), Map.of("v1", "a400")).downgrade("a300")))
                .containsExactly("a400");
        assertThat(Navigator.from(SHOP, List.of("heads"), Map.of())
                        .upgrade("heads")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aRangeNeedsNoDatabase() {
        assertThat(ids(at(SHOP).upgradeRange("t200:a400"))).containsExactly("a300", "a400");
        assertThat(ids(at(SHOP).upgradeRange(":t200"))).containsExactly("t100", "t200");
        assertThat(ids(at(SHOP).upgradeRange("base:t100"))).containsExactly("t100");
        assertThat(ids(at(SHOP).upgradeRange("t100:+1"))).containsExactly("t200");
        assertThat(ids(at(graph("r1", "r2 < r1")).upgradeRange("r1:"))).containsExactly("r2");
        failure(ErrorCode.MULTIPLE_HEADS, () -> at(SHOP).upgradeRange("t100:"));
        failure(ErrorCode.INVALID_TARGET, () -> at(SHOP).upgrade("t100:t200"));
    }

    @Test
    void aRangeThatStartsOnABranchStaysOnIt() {
        RevisionGraph graph = graph("a1 [alpha]", "a2 < a1", "b1 [beta]", "b2 < b1");

        assertThat(ids(at(graph).upgradeRange("alpha@a1:heads"))).containsExactly("a2");
        assertThat(ids(at(graph).upgradeRange("b1@b1:heads"))).containsExactly("b2");
        assertThat(ids(at(graph).upgradeRange("a1:heads"))).contains("a2", "b1", "b2");
    }
}
