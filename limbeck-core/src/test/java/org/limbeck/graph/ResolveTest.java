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
import org.limbeck.error.LimbeckException;

class ResolveTest {
    private static final RevisionGraph HEX = graph("3975fb1a0125", "3975ccc00001", "4be1a09c77d2 [billing]", "abc");

    private final Navigator shop = at(SHOP);
    private final Navigator hex = at(HEX);

    @Test
    void aFullIdIsThatRevision() {
        assertThat(shop.resolve("a300")).map(RevisionNode::id).contains("a300");
    }

    @Test
    void aLabelIsTheDeclaringRevisionAndNotItsHead() {
        assertThat(shop.resolve("alpha")).map(RevisionNode::id).contains("a300");
    }

    @Test
    void aUniquePrefixOfFourCharactersIsEnough() {
        assertThat(ids(hex.resolveAll("4be1"))).containsExactly("4be1a09c77d2");
        assertThat(ids(hex.resolveAll("3975f"))).containsExactly("3975fb1a0125");
    }

    @Test
    void aPrefixOfALabelWorksToo() {
        assertThat(ids(hex.resolveAll("bill"))).containsExactly("4be1a09c77d2");
    }

    @Test
    void fewerCharactersAreAnErrorThatNamesTheCandidate() {
        LimbeckException failure = failure(ErrorCode.NO_SUCH_REVISION, () -> hex.resolve("4be"));

        assertThat(failure.problem().why()).containsExactly("a shortened id has at least 4 characters");
        assertThat(failure.problem().advice()).containsExactly("so begin: 4be1a09c77d2");
    }

    @Test
    void aShortIdIsFoundExactly() {
        assertThat(ids(hex.resolveAll("abc"))).containsExactly("abc");
    }

    @Test
    void anExactMatchWinsOverAPrefix() {
        Navigator navigator = at(graph("abcd", "abcd12", "abcd34"));

        assertThat(ids(navigator.resolveAll("abcd"))).containsExactly("abcd");
    }

    @Test
    void anAmbiguousPrefixNamesFiveAndACount() {
        RevisionGraph graph = graph("dead01", "dead02", "dead03", "dead04", "dead05", "dead06", "dead07");
        LimbeckException failure =
                failure(ErrorCode.AMBIGUOUS_REVISION, () -> at(graph).resolve("dead"));

        assertThat(failure.problem().why()).containsExactly("dead01, dead02, dead03, dead04, dead05 and 2 more");
    }

    @Test
    void anIdAndALabelWithOneBeginningAreAmbiguous() {
        failure(
                ErrorCode.AMBIGUOUS_REVISION,
                () -> at(graph("abcd11", "xyz1 [abcd22]")).resolve("abcd"));
    }

    @Test
    void anUnknownNameGetsTheNearest() {
        LimbeckException failure = failure(ErrorCode.NO_SUCH_REVISION, () -> hex.resolve("4be1a09c77d3"));

        assertThat(failure.problem().advice()).containsExactly("the nearest name is 4be1a09c77d2");
    }

    @Test
    void aPrefixOnABranchIsLookedForOnThatBranchOnly() {
        RevisionGraph graph = graph("aaaa1 [alpha]", "cccc1 < aaaa1", "bbbb1 [beta]", "cccc2 < bbbb1");

        assertThat(ids(at(graph).resolveAll("beta@cccc"))).containsExactly("cccc2");
        failure(ErrorCode.AMBIGUOUS_REVISION, () -> at(graph).resolve("cccc"));
        failure(ErrorCode.NO_SUCH_REVISION, () -> at(graph).resolve("beta@aaaa"));
    }

    @Test
    void anIdOnABranchMustShareItsLineage() {
        assertThat(ids(shop.resolveAll("alpha@t100"))).containsExactly("t100");
        assertThat(ids(shop.resolveAll("alpha@m500"))).containsExactly("m500");
        failure(ErrorCode.NOT_A_BRANCH_MEMBER, () -> shop.resolve("alpha@b300"));
        failure(ErrorCode.NOT_A_BRANCH_MEMBER, () -> shop.resolve("delta@a400"));
    }

    @Test
    void aBranchMayBeAnyRevisionEvenShortened() {
        assertThat(ids(shop.resolveAll("a400@m500"))).containsExactly("m500");
        assertThat(ids(hex.resolveAll("4be1@head"))).containsExactly("4be1a09c77d2");
        assertThat(ids(hex.resolveAll("bill@head"))).containsExactly("4be1a09c77d2");
    }

    @Test
    void anUnknownBranchIsAnError() {
        LimbeckException failure = failure(ErrorCode.NO_SUCH_BRANCH, () -> shop.resolve("alfa@head"));

        assertThat(failure.problem().why()).containsExactly("the labels are alpha, beta, delta");
        assertThat(failure.problem().advice()).containsExactly("the nearest name is alpha");
        failure(ErrorCode.NO_SUCH_BRANCH, () -> shop.resolve("nowhere@base"));
        failure(ErrorCode.AMBIGUOUS_REVISION, () -> hex.resolve("3975@head"));
    }

    @Test
    void headIsTheOnePlainHead() {
        assertThat(ids(at(graph("a1", "a2 < a1")).resolveAll("head"))).containsExactly("a2");
        LimbeckException failure = failure(ErrorCode.MULTIPLE_HEADS, () -> shop.resolve("head"));

        assertThat(failure.problem().why()).containsExactly("d200  (d200.sql:8)", "m500  (m500.sql:6)");
    }

    @Test
    void headIsAmbiguousEvenIfOneHeadNeedsTheOther() {
        failure(ErrorCode.MULTIPLE_HEADS, () -> at(graph("a1", "b1 / a1")).resolve("head"));
    }

    @Test
    void headOfABranchIsTheOneThatSharesItsLineage() {
        assertThat(ids(shop.resolveAll("alpha@head"))).containsExactly("m500");
        assertThat(ids(shop.resolveAll("delta@head"))).containsExactly("d200");
        failure(
                ErrorCode.MULTIPLE_HEADS,
                () -> at(graph("a1 [x]", "b1 < a1", "c1 < a1")).resolve("x@head"));
    }

    @Test
    void headsAreTheEffectiveHeadsAndOfABranchThePlainOnes() {
        RevisionGraph graph = graph("a1 [alpha]", "b1 / a1", "c1");

        assertThat(ids(at(graph).resolveAll("heads"))).containsExactly("b1", "c1");
        assertThat(ids(at(graph).resolveAll("alpha@heads"))).containsExactly("a1");
        failure(ErrorCode.MULTIPLE_HEADS, () -> at(graph).resolve("heads"));
    }

    @Test
    void baseIsTheEmptyState() {
        assertThat(shop.resolve("base")).isEmpty();
        assertThat(shop.resolveAll("alpha@base")).isEmpty();
    }

    @Test
    void anEmptyGraphHasNoHead() {
        assertThat(at(graph()).resolve("head")).isEmpty();
        assertThat(at(graph()).resolveAll("heads")).isEmpty();
    }

    @Test
    void currentIsWhatIsApplied() {
        assertThat(ids(at(SHOP, "a300").resolveAll("current"))).containsExactly("a300");
        assertThat(ids(at(SHOP, "a300", "b300").resolveAll("current"))).containsExactly("a300", "b300");
        assertThat(ids(at(SHOP, "a300", "b300").resolveAll("beta@current"))).containsExactly("b300");
        assertThat(shop.resolve("current")).isEmpty();
        failure(ErrorCode.MULTIPLE_HEADS, () -> at(SHOP, "a300", "b300").resolve("current"));
    }

    @Test
    void stepsDownWithoutASymbolStartAtEveryHead() {
        assertThat(ids(shop.resolveAll("delta@-1"))).containsExactly("d100");
        assertThat(ids(at(graph("a1", "a2 < a1", "b1", "b2 < b1")).resolveAll("-1")))
                .containsExactly("a1", "b1");
    }

    @Test
    void stepsUpWithoutASymbolStartAtTheCurrentRevision() {
        assertThat(ids(at(SHOP, "a300").resolveAll("+1"))).containsExactly("a400");
    }

    @Test
    void aReleaseIsAnotherNameOfItsRevision() {
        Map<String, String> releases = Map.of("v0.1.2", "3975fb1a0125", "2026-11", "4be1", "lost", "f00dcafe");
        Navigator navigator = new Navigator(AppliedSet.empty(HEX), releases);

        assertThat(ids(navigator.resolveAll("v0.1.2"))).containsExactly("3975fb1a0125");
        assertThat(ids(navigator.resolveAll("2026-11"))).containsExactly("4be1a09c77d2");
        assertThat(ids(navigator.resolveAll("v0.1.2@head"))).containsExactly("3975fb1a0125");
        assertThat(failure(ErrorCode.NO_SUCH_REVISION, () -> navigator.resolve("lost"))
                        .problem()
                        .what())
                .isEqualTo("the release lost names revision f00dcafe");
        assertThat(failure(ErrorCode.NO_SUCH_REVISION, () -> navigator.resolve("v0.1.3"))
                        .problem()
                        .advice())
                .containsExactly("the nearest name is v0.1.2");
    }

    @Test
    void anIdWinsOverAReleaseOfTheSameName() {
        Navigator navigator = new Navigator(AppliedSet.empty(HEX), Map.of("abc", "4be1a09c77d2"));

        assertThat(ids(navigator.resolveAll("abc"))).containsExactly("abc");
        assertThat(List.copyOf(navigator.resolveAll("abc"))).hasSize(1);
    }
}
