package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** What a new revision or merge needs. */
class DraftTest {
    private final Navigator line = at(graph("r100", "r200 < r100"));
    private final Navigator shop = at(SHOP);

    @Test
    void standsOnTheHead() {
        RevisionDraft draft = line.draft(RevisionRequest.on("head"));

        assertThat(draft.downs()).containsExactly("r200");
        assertThat(draft.id()).matches("[0-9a-f]{12}");
        assertThat(draft.dependsOn()).isEmpty();
        assertThat(draft.labels()).isEmpty();
    }

    @Test
    void theFirstOneAndABaseHaveNoParent() {
        assertThat(at(graph()).draft(RevisionRequest.on("head")).downs()).isEmpty();
        assertThat(line.draft(RevisionRequest.on("base")).downs()).isEmpty();
    }

    @Test
    void severalHeadsAreAmbiguous() {
        failure(ErrorCode.MULTIPLE_HEADS, () -> shop.draft(RevisionRequest.on("head")));
        assertThat(shop.draft(RevisionRequest.on("alpha@head")).downs()).containsExactly("m500");
    }

    @Test
    void aParentIsAHeadUnlessHistoryForksOnPurpose() {
        LimbeckException failure = failure(ErrorCode.NOT_A_HEAD, () -> line.draft(RevisionRequest.on("r100")));

        assertThat(failure.problem().why()).containsExactly("its children are r200");
        assertThat(line.draft(RevisionRequest.on("r100").withSplice(true)).downs())
                .containsExactly("r100");
    }

    @Test
    void takesTheWantedIdIfItIsFree() {
        assertThat(line.draft(RevisionRequest.on("head").withId("r300")).id()).isEqualTo("r300");
        failure(
                ErrorCode.DUPLICATE_REVISION,
                () -> line.draft(RevisionRequest.on("head").withId("r100")));
        failure(
                ErrorCode.DUPLICATE_REVISION,
                () -> shop.draft(RevisionRequest.on("a300").withSplice(true).withId("alpha")));
        failure(
                ErrorCode.INVALID_ID,
                () -> line.draft(RevisionRequest.on("head").withId("r-3")));
    }

    @Test
    void takesFreeLabels() {
        assertThat(line.draft(RevisionRequest.on("head").withLabels("new")).labels())
                .containsExactly("new");
        failure(
                ErrorCode.DUPLICATE_LABEL,
                () -> shop.draft(RevisionRequest.on("d200").withLabels("alpha")));
        failure(
                ErrorCode.DUPLICATE_LABEL,
                () -> line.draft(RevisionRequest.on("head").withLabels("r100")));
        failure(
                ErrorCode.DUPLICATE_LABEL,
                () -> line.draft(RevisionRequest.on("head").withId("x").withLabels("x")));
        failure(
                ErrorCode.INVALID_LABEL,
                () -> line.draft(RevisionRequest.on("head").withLabels("a@b")));
    }

    @Test
    void dependenciesBecomeFullIdsAndLabelsStay() {
        Navigator navigator = at(graph("3975fb1a0125", "b100 [beta]"));
        RevisionDraft draft = navigator.draft(RevisionRequest.on("base").withDependsOn("3975", "beta", "3975fb"));

        assertThat(draft.dependsOn()).containsExactly("3975fb1a0125", "beta");
        failure(
                ErrorCode.NO_SUCH_REVISION,
                () -> line.draft(RevisionRequest.on("head").withDependsOn("nowhere")));
    }

    @Test
    void aMergeJoinsAllPlainHeads() {
        assertThat(shop.draftMerge(RevisionRequest.on("heads")).downs()).containsExactly("d200", "m500");
        assertThat(at(graph("a1", "b1 / a1"))
                        .draftMerge(RevisionRequest.on("heads"))
                        .downs())
                .containsExactly("a1", "b1");
    }

    @Test
    void aMergeKeepsTheOrderOfItsParents() {
        assertThat(shop.draftMerge(RevisionRequest.on("m500", "d200")).downs()).containsExactly("m500", "d200");
    }

    @Test
    void oneHeadIsNothingToMerge() {
        LimbeckException failure =
                failure(ErrorCode.NOTHING_TO_MERGE, () -> line.draftMerge(RevisionRequest.on("heads")));

        assertThat(failure.problem().what()).isEqualTo("nothing to merge: there is one head only, r200");
        failure(ErrorCode.NOTHING_TO_MERGE, () -> at(graph()).draftMerge(RevisionRequest.on("heads")));
        failure(ErrorCode.NOTHING_TO_MERGE, () -> shop.draftMerge(RevisionRequest.on("d200", "d200")));
    }

    @Test
    void aMergeTakesHeadsUnlessHistoryForksOnPurpose() {
        failure(ErrorCode.NOT_A_HEAD, () -> shop.draftMerge(RevisionRequest.on("d100", "m500")));
        assertThat(shop.draftMerge(RevisionRequest.on("d100", "m500").withSplice(true))
                        .downs())
                .containsExactly("d100", "m500");
    }

    @Test
    void parentsMustNotStandOnEachOther() {
        failure(
                ErrorCode.OVERLAPPING_TARGETS,
                () -> shop.draftMerge(RevisionRequest.on("d100", "d200").withSplice(true)));
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        RevisionRequest request = RevisionRequest.on("nowhere")
                .withId("r 1")
                .withLabels("alpha", "x+y")
                .withDependsOn("nothing");

        assertThat(failure(ErrorCode.NO_SUCH_REVISION, () -> shop.draft(request))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(
                        ErrorCode.NO_SUCH_REVISION,
                        ErrorCode.INVALID_ID,
                        ErrorCode.DUPLICATE_LABEL,
                        ErrorCode.INVALID_LABEL,
                        ErrorCode.NO_SUCH_REVISION);
    }
}
