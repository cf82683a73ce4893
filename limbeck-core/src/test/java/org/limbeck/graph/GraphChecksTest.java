package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.nodes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;

class GraphChecksTest {

    @Test
    void aDuplicateIdNamesBothFiles() {
        LimbeckException failure = failure(
                ErrorCode.DUPLICATE_REVISION,
                () -> RevisionGraph.of(
                        RevisionNode.of("a1").withPlace(new Place("one.sql", 1)),
                        RevisionNode.of("a1").withPlace(new Place("two.sql", 3))));

        assertThat(failure.problem().place()).hasToString("two.sql:3");
        assertThat(failure.problem().why()).containsExactly("also declared at one.sql:1");
    }

    @Test
    void threeOfOneIdAreTwoProblems() {
        LimbeckException failure = failure(ErrorCode.DUPLICATE_REVISION, () -> graph("a1", "a1", "a1"));

        assertThat(failure.problems()).hasSize(2);
    }

    @Test
    void aMissingParentNamesTheFileAndTheNearestId() {
        LimbeckException failure =
                failure(ErrorCode.MISSING_PARENT, () -> graph("9b1c77e0a5d2", "3f2a9c1b7d04 < 9b1c77e0a5d3"));

        assertThat(failure.problem().what()).isEqualTo("the parent 9b1c77e0a5d3 of 3f2a9c1b7d04 does not exist");
        assertThat(failure.problem().place()).hasToString("3f2a9c1b7d04.sql:2");
        assertThat(failure.problem().advice()).containsExactly("write the full id 9b1c77e0a5d2, if that is meant");
    }

    @Test
    void aMissingParentWithNothingNearSaysSo() {
        LimbeckException failure =
                failure(ErrorCode.MISSING_PARENT, () -> graph("9b1c77e0a5d2", "3f2a9c1b7d04 < somewhere"));

        assertThat(failure.problem().advice())
                .containsExactly("restore the script of somewhere, or name an existing revision");
    }

    @Test
    void aShortenedIdIsNoParentAndNoDependency() {
        failure(ErrorCode.MISSING_PARENT, () -> graph("9b1c77e0a5d2", "3f2a9c1b7d04 < 9b1c"));
        LimbeckException failure =
                failure(ErrorCode.MISSING_DEPENDENCY, () -> graph("9b1c77e0a5d2", "3f2a9c1b7d04 / 9b1c"));

        assertThat(failure.problem().advice()).containsExactly("write the full id 9b1c77e0a5d2, if that is meant");
    }

    @Test
    void aLabelIsNoParent() {
        failure(ErrorCode.MISSING_PARENT, () -> graph("a1 [alpha]", "a2 < alpha"));
    }

    @Test
    void noRevisionIsItsOwnParentOrDependency() {
        assertThat(failure(ErrorCode.SELF_PARENT, () -> graph("a1 < a1"))
                        .problem()
                        .what())
                .isEqualTo("the revision a1 is its own parent");
        assertThat(failure(ErrorCode.SELF_PARENT, () -> graph("a1 / a1"))
                        .problem()
                        .what())
                .isEqualTo("the revision a1 is its own dependency");
        failure(ErrorCode.SELF_PARENT, () -> graph("a1 / alpha [alpha]"));
    }

    @Test
    void aCircleIsPrintedAsAPathWithFiles() {
        LimbeckException failure = failure(ErrorCode.CYCLE, () -> graph("a1 < c1", "b1 < a1", "c1 < b1"));

        assertThat(failure.problem().what()).isEqualTo("revisions stand in a circle: a1 -> c1 -> b1 -> a1");
        assertThat(failure.problem().why())
                .containsExactly(
                        "a1 (a1.sql:1) has the parent c1",
                        "c1 (c1.sql:3) has the parent b1",
                        "b1 (b1.sql:2) has the parent a1");
    }

    @Test
    void aCircleMayGoThroughADependency() {
        LimbeckException failure = failure(ErrorCode.CYCLE, () -> graph("a1 / b2", "b1", "b2 < b1 / a1"));

        assertThat(failure.problem().what()).isEqualTo("revisions stand in a circle: a1 -> b2 -> a1");
        assertThat(failure.problem().why().get(0)).contains("depends on b2");
    }

    @Test
    void whatStandsAboveOrBelowACircleIsNotBlamed() {
        LimbeckException failure = failure(ErrorCode.CYCLE, () -> graph("r1", "a1 < r1 b1", "b1 < a1", "z1 < b1"));

        assertThat(failure.problems()).hasSize(1);
        assertThat(failure.problem().what()).doesNotContain("r1").doesNotContain("z1");
    }

    @Test
    void everyCircleIsReportedOnce() {
        LimbeckException failure = failure(ErrorCode.CYCLE, () -> graph("a1 < b1", "b1 < a1", "c1 < d1", "d1 < c1 a1"));

        assertThat(failure.problems())
                .extracting(Problem::what)
                .containsExactly(
                        "revisions stand in a circle: a1 -> b1 -> a1", "revisions stand in a circle: c1 -> d1 -> c1");
    }

    @Test
    void aLongCircleIsShortenedInTheMiddle() {
        List<String> lines = new ArrayList<>(List.of("x10 < x39"));
        for (int i = 11; i < 40; i++) {
            lines.add("x" + i + " < x" + (i - 1));
        }
        LimbeckException failure = failure(ErrorCode.CYCLE, () -> graph(lines.toArray(String[]::new)));

        assertThat(failure.problem().what()).contains("x10 -> x39 -> x38").endsWith("(18 more) -> x10");
    }

    @Test
    void aLabelIsDeclaredOnceAndIsNoId() {
        assertThat(failure(ErrorCode.DUPLICATE_LABEL, () -> graph("a1 [x]", "b1 [x]"))
                        .problem()
                        .why())
                .containsExactly("also declared by a1 at a1.sql:1");
        failure(ErrorCode.DUPLICATE_LABEL, () -> graph("a1 [b1]", "b1"));
        failure(ErrorCode.DUPLICATE_LABEL, () -> graph("a1 [a1]"));
    }

    @Test
    void idsAndLabelsMustBeUsableInTargets() {
        failure(ErrorCode.INVALID_ID, () -> RevisionGraph.of(RevisionNode.of("a-b")));
        failure(ErrorCode.INVALID_ID, () -> RevisionGraph.of(RevisionNode.of("")));
        failure(ErrorCode.INVALID_ID, () -> RevisionGraph.of(RevisionNode.of("heads")));
        failure(ErrorCode.INVALID_LABEL, () -> graph("a1 [x+y]"));
        failure(ErrorCode.INVALID_LABEL, () -> graph("a1 [base]"));
    }

    @Test
    void allIndependentProblemsAreReportedAtOnce() {
        List<RevisionNode> nodes =
                nodes("a1 < nope", "b1 / gone", "c1 < c1", "d1 < e1", "e1 < d1", "f1 [x]", "g1 [x]", "g1");
        LimbeckException failure = failure(ErrorCode.DUPLICATE_REVISION, () -> RevisionGraph.of(nodes));

        assertThat(failure.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        ErrorCode.DUPLICATE_REVISION,
                        ErrorCode.DUPLICATE_LABEL,
                        ErrorCode.MISSING_PARENT,
                        ErrorCode.MISSING_DEPENDENCY,
                        ErrorCode.SELF_PARENT,
                        ErrorCode.CYCLE);
    }

    @Test
    void theReportDoesNotDependOnTheOrderOfFiles() {
        List<RevisionNode> nodes = nodes("a1 < b1", "b1 < a1", "c1 < x", "d1 [l]", "e1 [l]", "e1");
        List<RevisionNode> turned = new ArrayList<>(nodes);
        Collections.reverse(turned);

        assertThat(failure(ErrorCode.DUPLICATE_REVISION, () -> RevisionGraph.of(turned)))
                .hasMessage(failure(ErrorCode.DUPLICATE_REVISION, () -> RevisionGraph.of(nodes))
                        .getMessage());
    }
}
