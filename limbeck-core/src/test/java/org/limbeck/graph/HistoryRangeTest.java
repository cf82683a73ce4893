package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.graph;
import static org.limbeck.graph.Graphs.ids;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;

class HistoryRangeTest {
    private static final RevisionGraph LINE = graph("r1", "r2 < r1", "r3 < r2", "r4 < r3");

    @Test
    void bothEndsAreIncludedNewestFirst() {
        assertThat(ids(at(LINE).history("r2:r3"))).containsExactly("r3", "r2");
        assertThat(ids(at(LINE).history("r2:r2"))).containsExactly("r2");
    }

    @Test
    void anEndMayBeOpen() {
        assertThat(ids(at(LINE).history("r3:"))).containsExactly("r4", "r3");
        assertThat(ids(at(LINE).history(":r2"))).containsExactly("r2", "r1");
        assertThat(ids(at(LINE).history("base:r1"))).containsExactly("r1");
        assertThat(ids(at(SHOP).history(":"))).hasSize(8);
    }

    @Test
    void aMergeHasBothItsSides() {
        assertThat(ids(at(SHOP).history("t200:m500"))).containsExactly("m500", "a400", "a300", "b300", "t200");
        assertThat(ids(at(SHOP).history("a300:m500"))).containsExactly("m500", "a400", "a300", "b300");
    }

    @Test
    void currentMayBeAnEnd() {
        assertThat(ids(at(LINE, "r2").history("current:"))).containsExactly("r4", "r3", "r2");
        assertThat(ids(at(LINE, "r2").history(":current"))).containsExactly("r2", "r1");
        assertThat(ids(at(LINE).history("current:r1"))).containsExactly("r1");
    }

    @Test
    void stepsCountFromTheOtherEnd() {
        assertThat(ids(at(LINE).history("-1:r3"))).containsExactly("r3", "r2");
        assertThat(ids(at(LINE).history("r2:+1"))).containsExactly("r3", "r2");
        assertThat(ids(at(LINE).history(":+2"))).containsExactly("r2", "r1");
        assertThat(ids(at(LINE).history("-1:"))).containsExactly("r4", "r3");
        assertThat(ids(at(LINE, "r3").history("-1:current"))).containsExactly("r3", "r2");
        assertThat(ids(at(LINE, "r3").history("current-1:current+1"))).containsExactly("r4", "r3", "r2");
    }

    @Test
    void stepsAtBothEndsCountFromTheCurrentRevision() {
        assertThat(ids(at(LINE, "r3").history("-1:+1"))).containsExactly("r4", "r3", "r2");
    }

    @Test
    void stepsPastEitherEndStopThere() {
        assertThat(ids(at(LINE).history("-9:r2"))).containsExactly("r2", "r1");
        assertThat(ids(at(LINE).history("r3:+9"))).containsExactly("r4", "r3");
        assertThat(ids(at(LINE).history("r2-9:r2+9"))).hasSize(4);
    }

    @Test
    void stepsOverAForkAreAmbiguous() {
        failure(ErrorCode.AMBIGUOUS_WALK, () -> at(SHOP).history("t200:+1"));
        failure(ErrorCode.AMBIGUOUS_WALK, () -> at(SHOP).history("-1:m500"));
        assertThat(ids(at(SHOP).history("t200:beta@+1"))).containsExactly("b300", "t200");
    }

    @Test
    void theLowerEndMustBeBelowTheUpper() {
        failure(ErrorCode.NOT_AN_ANCESTOR, () -> at(LINE).history("r3:r2"));
        failure(ErrorCode.NOT_AN_ANCESTOR, () -> at(SHOP).history("a300:b300"));
    }

    @Test
    void theColonIsWanted() {
        failure(ErrorCode.INVALID_TARGET, () -> at(LINE).history("r3"));
    }
}
