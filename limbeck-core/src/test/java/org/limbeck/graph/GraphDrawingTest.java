package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.graph;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class GraphDrawingTest {

    private static String draw(RevisionGraph graph) {
        return text(GraphDrawing.of(graph));
    }

    private static String text(List<GraphDrawing.Row> rows) {
        return rows.stream()
                .map(row -> row.node() == null
                        ? row.glyphs()
                        : row.glyphs() + " " + row.node().id())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aLineIsAColumnOfStars() {
        assertThat(draw(graph("r1", "r2 < r1", "r3 < r2"))).isEqualTo("""
                * r3
                * r2
                * r1""");
    }

    @Test
    void aMergeOpensALaneAndAForkClosesIt() {
        assertThat(draw(graph("r1", "r2 < r1", "s1 < r2", "s2 < r2", "t1 < s1 s2")))
                .isEqualTo("""
                * t1
                |\\
                | * s2
                * | s1
                |/
                * r2
                * r1""");
    }

    @Test
    void theNewerSideComesFirst() {
        LocalDateTime day = LocalDateTime.of(2026, 11, 1, 0, 0);
        RevisionGraph graph = RevisionGraph.of(
                RevisionNode.of("z1").withCreated(day),
                RevisionNode.of("billing", "z1").withCreated(day.plusDays(16)),
                RevisionNode.of("search", "z1").withCreated(day.plusDays(17)),
                RevisionNode.of("a1", "billing", "search").withCreated(day.plusDays(18)));

        assertThat(draw(graph)).isEqualTo("""
                * a1
                |\\
                | * search
                * | billing
                |/
                * z1""");
    }

    @Test
    void openHeadsMeetAtTheirFork() {
        assertThat(draw(graph("r1", "s1 < r1", "s2 < r1", "s3 < r1"))).isEqualTo("""
                * s3
                | * s2
                |/
                | * s1
                |/
                * r1""");
    }

    @Test
    void aMergeOfThree() {
        assertThat(draw(graph("r1", "s1 < r1", "s2 < r1", "s3 < r1", "t1 < s1 s2 s3")))
                .isEqualTo("""
                * t1
                |\\
                |\\ \\
                | | * s3
                | * | s2
                | |/
                * | s1
                |/
                * r1""");
    }

    @Test
    void unrelatedLinesStandApart() {
        assertThat(draw(graph("a1", "a2 < a1", "b1", "b2 < b1"))).isEqualTo("""
                * b2
                * b1
                * a2
                * a1""");
    }

    @Test
    void aLineThatEndsLetsTheOthersMoveOver() {
        assertThat(draw(graph("a1", "b1", "m1 < b1 a1", "m2 < m1"))).isEqualTo("""
                * m2
                * m1
                |\\
                * | b1
                 /
                * a1""");
    }

    @Test
    void aFarLaneBendsAcrossTheOthers() {
        RevisionGraph graph = graph("a1", "b1", "c1", "m1 < c1 a1", "m2 < m1 b1", "z1 < a1", "z2 < m2 z1");

        assertThat(draw(graph)).isEqualTo("""
                * z2
                |\\
                | * z1
                * | m2
                |\\ \\
                * | | m1
                |\\ \\ \\
                | | |/
                | |/|
                * | | c1
                 / /
                * | a1
                 /
                * b1""");
    }

    @Test
    void aDependencyHasNoLineButStandsBelow() {
        assertThat(draw(graph("a1", "a2 < a1", "b1 / z1", "z1"))).isEqualTo("""
                * b1
                * z1
                * a2
                * a1""");
    }

    @Test
    void aPartIsDrawnWithoutLinesToTheRest() {
        RevisionGraph graph = graph("r1", "r2 < r1", "s1 < r2", "s2 < r2", "t1 < s1 s2");

        assertThat(text(GraphDrawing.of(graph, List.of(graph.get("s1"), graph.get("t1"), graph.get("r2")))))
                .isEqualTo("""
                        * t1
                        * s1
                        * r2""");
    }

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(GraphDrawing.of(graph())).isEmpty();
    }
}
