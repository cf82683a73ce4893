package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;

class DowngradeTest {
    private static final RevisionGraph FORK =
            graph("t1", "t2 < t1", "a1 < t2 [alpha]", "a2 < a1", "b1 < t2 [beta]", "b2 < b1");
    private static final RevisionGraph TWO = graph("a1 [alpha]", "a2 < a1", "b1 [beta]", "b2 < b1 / a2");

    @Test
    void takesDownWhatStandsOnTheTarget() {
        assertThat(ids(at(SHOP, "a400").downgrade("t100"))).containsExactly("a400", "a300", "t200");
        assertThat(ids(at(SHOP, "a400").downgrade("base"))).containsExactly("a400", "a300", "t200", "t100");
    }

    @Test
    void takesDependantsDownToo() {
        assertThat(ids(at(TWO, "b2").downgrade("a1"))).containsExactly("b2", "a2");
    }

    @Test
    void doesNotTakeDependenciesDown() {
        assertThat(ids(at(TWO, "b2").downgrade("b1"))).containsExactly("b2");
    }

    @Test
    void aDependencyBecomesCurrentAgain() {
        assertThat(at(TWO, "b2").downgrade("b1").headsAfter()).containsExactly("a2", "b1");
    }

    @Test
    void toACurrentRevisionIsSilentlyNothing() {
        assertThat(at(SHOP, "a400").downgrade("a400").isEmpty()).isTrue();
        assertThat(at(SHOP).downgrade("base").isEmpty()).isTrue();
    }

    @Test
    void toWhatAnotherNeedsWithNothingOnItIsNothingToo() {
        RevisionGraph graph = graph("a1", "b1 / a1");

        assertThat(at(graph, "b1").downgrade("a1").isEmpty()).isTrue();
    }

    @Test
    void toWhatIsNotAppliedIsAnError() {
        LimbeckException failure =
                failure(ErrorCode.NOT_AN_ANCESTOR, () -> at(SHOP, "a300").downgrade("b300"));

        assertThat(failure.problem().what()).isEqualTo("cannot go down to 'b300': b300 is not applied");
        assertThat(failure.problem().why()).containsExactly("current: a300");
        failure(ErrorCode.NOT_AN_ANCESTOR, () -> at(SHOP, "t100").downgrade("a400"));
        failure(ErrorCode.NOT_AN_ANCESTOR, () -> at(SHOP).downgrade("t100"));
    }

    @Test
    void aForkPointTakesDownAllBranchesOnIt() {
        assertThat(ids(at(FORK, "a2", "b2").downgrade("t2"))).containsExactlyInAnyOrder("a2", "a1", "b2", "b1");
    }

    @Test
    void aBranchLimitsIt() {
        assertThat(ids(at(FORK, "a2", "b2").downgrade("alpha@t2"))).containsExactly("a2", "a1");
        assertThat(ids(at(FORK, "a2", "b2").downgrade("b2@t2"))).containsExactly("b2", "b1");
    }

    @Test
    void aBranchMayForkAboveItsLabel() {
        RevisionGraph graph = graph("a1 [alpha]", "a2 < a1", "b1 < a2", "c1 < a2");

        assertThat(ids(at(graph, "b1").downgrade("alpha@-1"))).containsExactly("b1");
        assertThat(ids(at(graph, "b1", "c1").downgrade("alpha@a2"))).containsExactlyInAnyOrder("c1", "b1");
    }

    @Test
    void baseOfABranchLeavesOtherBases() {
        assertThat(ids(at(TWO, "a2", "b1").downgrade("beta@base"))).containsExactly("b1");
        assertThat(ids(at(TWO, "a2", "b1").downgrade("alpha@base"))).containsExactly("a2", "a1");
    }

    @Test
    void baseOfABranchTakesDownWhatDependsOnIt() {
        assertThat(ids(at(TWO, "b2").downgrade("alpha@base"))).containsExactly("b2", "a2", "a1");
    }

    @Test
    void baseOfABranchTakesTheSharedTrunkAndItsOtherBranches() {
        assertThat(ids(at(FORK, "a2", "b2").downgrade("alpha@base")))
                .containsExactlyInAnyOrder("a2", "a1", "b2", "b1", "t2", "t1");
    }

    @Test
    void oneParentOfAMergeLeavesTheOther() {
        Route route = at(SHOP, "m500").downgrade("a400");

        assertThat(ids(route)).containsExactly("m500");
        assertThat(route.headsAfter()).containsExactly("a400", "b300");
    }

    @Test
    void runsInTheReverseOrderOfAnUpgrade() {
        RevisionGraph graph = graph("t1", "a1 < t1", "b1 < t1", "a2 < a1", "b2 < b1", "m1 < a2 b2");

        assertThat(ids(at(graph, "m1").downgrade("base"))).containsExactly("m1", "a2", "a1", "b2", "b1", "t1");
    }

    @Test
    void wantsOneTarget() {
        failure(ErrorCode.MULTIPLE_HEADS, () -> at(SHOP, "m500").downgrade("heads"));
        failure(ErrorCode.NOT_A_BRANCH_MEMBER, () -> at(FORK, "a2", "b2").downgrade("alpha@b1"));
    }

    @Test
    void tellsTheMovesAndTheHeadsAfterwards() {
        Route route = at(SHOP, "a400").downgrade("t200");

        assertThat(route.moves())
                .containsExactly(new Route.Move("a400", Direction.DOWN), new Route.Move("a300", Direction.DOWN));
        assertThat(route.moves().get(0).direction().word()).isEqualTo("down");
        assertThat(route.headsAfter()).containsExactly("t200");
        assertThat(at(SHOP, "a400").downgrade("base").headsAfter()).isEmpty();
    }

    @Test
    void takesDownOnlyWhatIsApplied() {
        Navigator navigator = new Navigator(AppliedSet.of(FORK, List.of("t1", "t2", "a2")));

        assertThat(ids(navigator.downgrade("t2"))).containsExactly("a2");
    }

    @Test
    void aRangeNamesBothEnds() {
        assertThat(ids(at(SHOP).downgradeRange("a400:t200"))).containsExactly("a400", "a300");
        assertThat(ids(at(SHOP).downgradeRange("t200:base"))).containsExactly("t200", "t100");
        assertThat(ids(at(SHOP).downgradeRange("t200:-1"))).containsExactly("t200");
        failure(ErrorCode.INVALID_TARGET, () -> at(SHOP).downgradeRange("t200:"));
        failure(ErrorCode.INVALID_TARGET, () -> at(SHOP).downgradeRange(":t200"));
        failure(ErrorCode.NOT_AN_ANCESTOR, () -> at(SHOP).downgradeRange("t200:a400"));
    }
}
