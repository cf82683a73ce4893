package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;

class StampTest {
    private static final RevisionGraph FORK = graph("t1", "a1 < t1 [alpha]", "a2 < a1", "b1 < t1 [beta]", "b2 < b1");
    private static final RevisionGraph TWO = graph("a1 [alpha]", "a2 < a1", "b1 [beta]", "b2 < b1 / a2");

    private static Stamp stamp(Navigator navigator, String... targets) {
        return navigator.stamp(List.of(targets), false);
    }

    @Test
    void upwardsRecordsAllThatTheDestinationNeeds() {
        Stamp stamp = stamp(at(SHOP, "t100"), "a400");

        assertThat(ids(stamp.add())).containsExactly("t200", "a300", "a400");
        assertThat(stamp.remove()).isEmpty();
        assertThat(ids(stamp.after().heads())).containsExactly("a400");
    }

    @Test
    void anEmptyDatabaseGetsTheWholeLineUpTo() {
        assertThat(ids(stamp(at(SHOP), "d200").add())).containsExactly("t100", "t200", "a300", "a400", "d100", "d200");
    }

    @Test
    void downwardsForgetsWhatStandsOnTheDestination() {
        Stamp stamp = stamp(at(SHOP, "a400"), "t100");

        assertThat(stamp.add()).isEmpty();
        assertThat(stamp.remove()).containsExactly("a400", "a300", "t200");
    }

    @Test
    void theCurrentRevisionChangesNothing() {
        assertThat(stamp(at(SHOP, "a400"), "a400").isEmpty()).isTrue();
        assertThat(stamp(at(SHOP, "a400"), "current").isEmpty()).isTrue();
    }

    @Test
    void anUnrelatedLineIsAdded() {
        Stamp stamp = stamp(at(TWO, "a1"), "b1");

        assertThat(ids(stamp.add())).containsExactly("b1");
        assertThat(stamp.remove()).isEmpty();
    }

    @Test
    void aSiblingBranchIsAdded() {
        assertThat(ids(stamp(at(FORK, "a2"), "b1").after().heads())).containsExactly("a2", "b1");
    }

    @Test
    void aMergeTakesItsMissingSideIn() {
        Stamp stamp = stamp(at(SHOP, "a400"), "m500");

        assertThat(ids(stamp.add())).containsExactly("b300", "m500");
        assertThat(ids(stamp.after().heads())).containsExactly("m500");
    }

    @Test
    void oneParentOfAMergeKeepsTheOther() {
        Stamp stamp = stamp(at(SHOP, "m500"), "a400");

        assertThat(stamp.remove()).containsExactly("m500");
        assertThat(ids(stamp.after().heads())).containsExactly("a400", "b300");
    }

    @Test
    void downAcrossADependencyForgetsTheDependantAndNoMore() {
        Stamp stamp = stamp(at(TWO, "b2"), "a1");

        assertThat(stamp.remove()).containsExactly("b2", "a2");
        assertThat(ids(stamp.after().heads())).containsExactly("a1", "b1");
    }

    @Test
    void toAForkPointForgetsAllBranches() {
        assertThat(stamp(at(FORK, "a2", "b2"), "t1").remove()).containsExactlyInAnyOrder("a2", "a1", "b2", "b1");
    }

    @Test
    void severalDestinationsGoOneAfterTheOther() {
        assertThat(ids(stamp(at(FORK), "a1", "b2").after().heads())).containsExactly("a1", "b2");
        assertThat(ids(stamp(at(FORK), "a2", "a1").after().heads())).containsExactly("a1");
    }

    @Test
    void headsRecordsEverything() {
        assertThat(ids(stamp(at(SHOP), "heads").add())).hasSize(8);
        failure(ErrorCode.MULTIPLE_HEADS, () -> stamp(at(SHOP), "head"));
    }

    @Test
    void baseForgetsEverything() {
        assertThat(stamp(at(FORK, "a2", "b1"), "base").after().isEmpty()).isTrue();
    }

    @Test
    void baseOfABranchForgetsOnlyThatBranch() {
        Stamp stamp = stamp(at(FORK, "a2", "b2"), "alpha@base");

        assertThat(stamp.remove()).containsExactly("a2", "a1");
        assertThat(ids(stamp.after().heads())).containsExactly("b2");
        assertThat(stamp(at(FORK, "a2"), "alpha@base").remove()).containsExactly("a2", "a1", "t1");
    }

    @Test
    void baseOfABranchForgetsWhatDependsOnItToo() {
        Stamp stamp = stamp(at(TWO, "b2"), "alpha@base");

        assertThat(stamp.remove()).containsExactly("b2", "a2", "a1");
        assertThat(ids(stamp.after().heads())).containsExactly("b1");
    }

    @Test
    void purgeBeginsWithNothingAndForgetsUnknownIds() {
        Navigator navigator = new Navigator(AppliedSet.of(FORK, List.of("t1", "a1", "zzz1")));
        Stamp stamp = navigator.stamp(List.of("b1"), true);

        assertThat(stamp.remove()).containsExactly("zzz1", "a1");
        assertThat(ids(stamp.add())).containsExactly("b1");
        assertThat(ids(stamp.after().nodes())).containsExactly("b1", "t1");
    }

    @Test
    void takesNoSteps() {
        failure(ErrorCode.INVALID_TARGET, () -> stamp(at(FORK, "a2"), "-1"));
        failure(ErrorCode.INVALID_TARGET, () -> stamp(at(FORK, "a2"), "a2-1"));
    }

    @Test
    void takesAReleaseName() {
        Navigator navigator = new Navigator(AppliedSet.empty(FORK), Map.of("v1.0", "a1"));

        assertThat(ids(stamp(navigator, "v1.0").add())).containsExactly("t1", "a1");
    }
}
