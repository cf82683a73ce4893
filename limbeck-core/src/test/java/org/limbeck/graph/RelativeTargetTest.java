package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;

/** Targets with steps, upwards and downwards. */
class RelativeTargetTest {
    private static final RevisionGraph LINE = graph("r1", "r2 < r1", "r3 < r2", "r4 < r3");
    private static final RevisionGraph FORK =
            graph("t1", "t2 < t1", "a1 < t2 [alpha]", "a2 < a1", "b1 < t2 [beta]", "b2 < b1");
    private static final RevisionGraph TWO = graph("a1 [alpha]", "a2 < a1", "b1 [beta]", "b2 < b1 / a2");

    @Test
    void upGoesFromTheCurrentRevision() {
        assertThat(ids(at(LINE, "r2").upgrade("+1"))).containsExactly("r3");
        assertThat(ids(at(LINE, "r2").upgrade("+2"))).containsExactly("r3", "r4");
        assertThat(ids(at(LINE, "r2").upgrade("current+1"))).containsExactly("r3");
    }

    @Test
    void upFromNothingGoesFromTheBase() {
        assertThat(ids(at(LINE).upgrade("+2"))).containsExactly("r1", "r2");
        failure(ErrorCode.AMBIGUOUS_WALK, () -> at(TWO).upgrade("+1"));
    }

    @Test
    void upFromSeveralCurrentRevisionsIsAmbiguous() {
        LimbeckException failure =
                failure(ErrorCode.AMBIGUOUS_WALK, () -> at(FORK, "a1", "b1").upgrade("+1"));

        assertThat(failure.problem().advice()).containsExactly("name the branch: a1@+1");
        assertThat(ids(at(FORK, "a1", "b1").upgrade("a1@+1"))).containsExactly("a2");
    }

    @Test
    void upAcrossAForkIsAmbiguousWithoutABranch() {
        LimbeckException failure =
                failure(ErrorCode.AMBIGUOUS_WALK, () -> at(FORK, "t1").upgrade("+2"));

        assertThat(failure.problem().what()).isEqualTo("'+2' can go several ways from t2");
        assertThat(failure.problem().why()).containsExactly("a1  (a1.sql:3)", "b1  (b1.sql:5)");
        assertThat(ids(at(FORK, "t1").upgrade("beta@+2"))).containsExactly("t2", "b1");
    }

    @Test
    void upPastTheEndIsAnError() {
        LimbeckException failure =
                failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE, "r3").upgrade("+2"));

        assertThat(failure.problem().why()).containsExactly("from r3 there is 1 step");
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE).upgrade("+5"));
    }

    @Test
    void eachDirectionHasItsSign() {
        failure(ErrorCode.INVALID_TARGET, () -> at(LINE, "r3").upgrade("-1"));
        failure(ErrorCode.INVALID_TARGET, () -> at(LINE, "r3").downgrade("+1"));
        failure(ErrorCode.INVALID_TARGET, () -> at(FORK, "a1").upgrade("alpha@-1"));
        failure(ErrorCode.INVALID_TARGET, () -> at(FORK, "a1").downgrade("alpha@+1"));
        failure(ErrorCode.INVALID_TARGET, () -> at(LINE, "r3").upgrade("+0"));
        failure(ErrorCode.INVALID_TARGET, () -> at(LINE, "r3").downgrade("-0"));
    }

    @Test
    void downGoesFromTheCurrentRevision() {
        assertThat(ids(at(LINE, "r4").downgrade("-1"))).containsExactly("r4");
        assertThat(ids(at(LINE, "r4").downgrade("-3"))).containsExactly("r4", "r3", "r2");
        assertThat(ids(at(LINE, "r4").downgrade("current-1"))).containsExactly("r4");
    }

    @Test
    void oneStepBelowABaseIsTheBaseAndNoFurther() {
        assertThat(ids(at(LINE, "r2").downgrade("-2"))).containsExactly("r2", "r1");
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE, "r2").downgrade("-3"));
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE).downgrade("-1"));
    }

    @Test
    void downFromSeveralCurrentRevisionsIsAmbiguous() {
        failure(ErrorCode.AMBIGUOUS_WALK, () -> at(FORK, "a1", "b1").downgrade("-1"));
        assertThat(ids(at(FORK, "a1", "b1").downgrade("alpha@-1"))).containsExactly("a1");
    }

    @Test
    void downFromAMergeIsAmbiguous() {
        RevisionGraph graph = graph("t1", "a1 < t1", "b1 < t1", "m1 < a1 b1");
        LimbeckException failure =
                failure(ErrorCode.AMBIGUOUS_WALK, () -> at(graph, "m1").downgrade("-1"));

        assertThat(failure.problem().why()).hasSize(2);
        assertThat(ids(at(graph, "m1").downgrade("a1"))).containsExactly("m1");
    }

    @Test
    void downToTheBaseLeavesWhatTheLineOnlyNeeded() {
        assertThat(ids(at(TWO, "b2").downgrade("-2"))).containsExactly("b2", "b1");
    }

    @Test
    void relativeToASymbolUpAndDown() {
        assertThat(ids(at(LINE).upgrade("r2+1"))).containsExactly("r1", "r2", "r3");
        assertThat(ids(at(LINE).upgrade("head-1"))).containsExactly("r1", "r2", "r3");
        assertThat(ids(at(LINE).upgrade("base+1"))).containsExactly("r1");
        assertThat(ids(at(LINE).upgrade("r2-1"))).containsExactly("r1");
        assertThat(ids(at(LINE, "r4").downgrade("r2+1"))).containsExactly("r4");
        assertThat(ids(at(LINE, "r4").downgrade("head-2"))).containsExactly("r4", "r3");
    }

    @Test
    void relativeToASymbolPastTheEndIsAnError() {
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE).upgrade("head+1"));
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE).upgrade("r2-3"));
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(LINE).upgrade("base-1"));
        assertThat(ids(at(LINE).upgrade("r2-2"))).isEmpty();
    }

    @Test
    void aBranchAndASymbolCombine() {
        assertThat(ids(at(FORK).upgrade("alpha@base+3"))).containsExactly("t1", "t2", "a1");
        assertThat(ids(at(FORK).upgrade("beta@head-1"))).containsExactly("t1", "t2", "b1");
        assertThat(ids(at(FORK).upgrade("beta@t1+2"))).containsExactly("t1", "t2", "b1");
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(FORK).upgrade("alpha@b1+1"));
        failure(ErrorCode.NOT_A_BRANCH_MEMBER, () -> at(FORK).upgrade("alpha@b2-1"));
    }

    @Test
    void aWalkUpMayEnterTheBranchFromBesideIt() {
        RevisionGraph graph = graph("a1 [alpha]", "b1", "m1 < a1 b1");

        assertThat(ids(at(graph, "a1").upgrade("alpha@b1+1"))).containsExactly("b1", "m1");
    }

    @Test
    void upOnABranchStartsAtTheCurrentRevisionOfIt() {
        assertThat(ids(at(FORK, "a1", "b1").upgrade("alpha@+1"))).containsExactly("a2");
    }

    @Test
    void upOnABranchWithoutACurrentRevisionStartsAtTheNearestApplied() {
        assertThat(ids(at(FORK, "b2").upgrade("alpha@+1"))).containsExactly("a1");
        assertThat(ids(at(FORK, "b2").upgrade("alpha@+2"))).containsExactly("a1", "a2");
    }

    @Test
    void upOnABranchOfWhichNothingIsAppliedStartsAtTheBase() {
        assertThat(ids(at(TWO, "a1").upgrade("beta@+1"))).containsExactly("b1");
        assertThat(ids(at(TWO).upgrade("beta@+2"))).containsExactly("a1", "a2", "b1", "b2");
    }

    @Test
    void downOnABranchStartsAtItsCurrentRevisionOrAtWhatAnotherNeedsOfIt() {
        assertThat(ids(at(TWO, "b2").downgrade("beta@-1"))).containsExactly("b2");
        assertThat(ids(at(TWO, "b2").downgrade("alpha@-1"))).containsExactly("b2", "a2");
    }

    @Test
    void downOnABranchOfWhichNothingIsAppliedIsAnError() {
        failure(ErrorCode.WALKED_TOO_FAR, () -> at(TWO, "a2").downgrade("beta@-1"));
    }

    @Test
    void downOnABranchWithTwoCurrentRevisionsIsAmbiguous() {
        RevisionGraph graph = graph("a1 [alpha]", "b1 < a1", "c1 < a1");

        failure(ErrorCode.AMBIGUOUS_WALK, () -> at(graph, "b1", "c1").downgrade("alpha@-1"));
    }
}
