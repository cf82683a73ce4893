package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.limbeck.graph.Graphs.SHOP;
import static org.limbeck.graph.Graphs.at;
import static org.limbeck.graph.Graphs.graph;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.limbeck.error.LimbeckException;

/** The whole text of each message: what happened, where, why, what to do. */
class GraphMessagesTest {

    private static void assertText(ThrowingCallable call, String text) {
        assertThatExceptionOfType(LimbeckException.class).isThrownBy(call).withMessage(text);
    }

    @Test
    void duplicateRevision() {
        assertText(() -> graph("a1", "a1"), """
                LMB-1101 the revision a1 is declared twice
                  at a1.sql:2
                  also declared at a1.sql:1
                  -> give one of them a new id, and its children that parent""");
    }

    @Test
    void missingParent() {
        assertText(() -> graph("9b1c77e0a5d2", "3f2a9c1b7d04 < 9b1c77e0a5d3"), """
                LMB-1102 the parent 9b1c77e0a5d3 of 3f2a9c1b7d04 does not exist
                  at 3f2a9c1b7d04.sql:2
                  -> write the full id 9b1c77e0a5d2, if that is meant""");
    }

    @Test
    void circle() {
        assertText(() -> graph("a1 < b1", "b1 < a1"), """
                LMB-1104 revisions stand in a circle: a1 -> b1 -> a1
                  at a1.sql:1
                  a1 (a1.sql:1) has the parent b1
                  b1 (b1.sql:2) has the parent a1
                  -> correct the parent or dependency of one of them""");
    }

    @Test
    void invalidId() {
        assertText(() -> RevisionGraph.of(RevisionNode.of("a-1")), """
                LMB-1106 the revision id 'a-1' is not allowed
                  it has 1 to 64 characters without blanks and @ - + :, and is none of head, heads, base, current
                  -> choose another one; a generated one looks like 3f2a9c1b7d04""");
    }

    @Test
    void shortPrefix() {
        assertText(() -> at(SHOP).resolve("a3"), """
                LMB-1201 there is no revision or label 'a3'
                  a shortened id has at least 4 characters
                  -> so begin: a300""");
    }

    @Test
    void ambiguousPrefix() {
        assertText(() -> at(graph("dead01", "dead02")).resolve("dead"), """
                LMB-1202 several revisions or labels begin with 'dead'
                  dead01, dead02
                  -> write more characters""");
    }

    @Test
    void multipleHeads() {
        assertText(() -> at(SHOP).upgrade("head"), """
                LMB-1203 'head' means 2 revisions, one is wanted
                  d200  (d200.sql:8)
                  m500  (m500.sql:6)
                  -> name one of them, or a branch as in BRANCH@head
                  -> limbeck merge heads -m "..."  joins them; the target heads means all of them""");
    }

    @Test
    void notABranchMember() {
        assertText(() -> at(SHOP).upgrade("alpha@b300"), """
                LMB-1204 the revision b300 is not on branch alpha
                  at b300.sql:5
                  it stands neither above nor below a300
                  -> write b300 without the branch, or a revision of the branch""");
    }

    @Test
    void noSuchBranch() {
        assertText(() -> at(graph("a100")).upgrade("x@head"), """
                LMB-1205 there is no branch 'x'
                  no revision declares a label
                  -> name a label or a revision before the @""");
    }

    @Test
    void ambiguousWalk() {
        assertText(() -> at(SHOP, "t200").upgrade("+1"), """
                LMB-1206 '+1' can go several ways from t200
                  a300  (a300.sql:3)
                  b300  (b300.sql:5)
                  -> name the one that is meant, or its branch: BRANCH@+1""");
    }

    @Test
    void walkedTooFar() {
        assertText(() -> at(SHOP, "t200").downgrade("-3"), """
                LMB-1207 '-3' goes past the end of history
                  from t200 there are 2 steps
                  -> see  limbeck history""");
    }

    @Test
    void notApplied() {
        assertText(() -> at(SHOP, "a300").downgrade("b300"), """
                LMB-1208 cannot go down to 'b300': b300 is not applied
                  at b300.sql:5
                  current: a300
                  -> name an applied revision, or base; see  limbeck history""");
    }

    @Test
    void invalidTarget() {
        assertText(() -> at(SHOP).upgrade("+2x"), """
                LMB-1209 the target '+2x' is not understood
                  after + stands a number and nothing else
                  -> write head, heads, base, an id (4 characters are enough), a label or release name, +1, -1, id+1, label@head or label@+1""");
    }

    @Test
    void wrongWay() {
        assertText(() -> at(SHOP, "t200").upgrade("-1"), """
                LMB-1209 the target '-1' goes the wrong way
                  an upgrade goes up
                  -> limbeck downgrade -1""");
    }

    @Test
    void notAHead() {
        assertText(() -> at(SHOP).draft(RevisionRequest.on("t200")), """
                LMB-1211 the revision t200 is not a head
                  at t200.sql:2
                  its children are a300, b300
                  -> name a head, or fork history on purpose with  --splice""");
    }

    @Test
    void unknownApplied() {
        assertText(() -> new Navigator(AppliedSet.of(SHOP, List.of("zzz1"))).upgrade("heads"), """
                LMB-4010 the database holds 1 revision without a script: zzz1
                  newer or other scripts were run on it
                  -> use the scripts that it was upgraded with
                  -> or, if they are gone for good, record anew with  limbeck stamp --purge TARGET""");
    }

    @Test
    void severalProblemsStandOneBelowTheOther() {
        assertText(() -> graph("a1 < x", "b1 / b1"), """
                LMB-1102 the parent x of a1 does not exist
                  at a1.sql:1
                  -> restore the script of x, or name an existing revision
                LMB-1103 the revision b1 is its own dependency
                  at b1.sql:2
                  -> name another revision, or none""");
    }
}
