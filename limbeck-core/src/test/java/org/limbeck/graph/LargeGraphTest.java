package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.graph.Graphs.failure;
import static org.limbeck.graph.Graphs.ids;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.limbeck.error.ErrorCode;

/** A hundred thousand revisions: no recursion, and nothing that takes the square of it. */
class LargeGraphTest {
    private static final int SIZE = 100_000;

    private static String id(int i) {
        return String.format("%08x", i);
    }

    private static RevisionGraph graph(IntFunction<RevisionNode> node) {
        List<RevisionNode> nodes =
                new ArrayList<>(IntStream.range(0, SIZE).mapToObj(node).toList());
        Collections.shuffle(nodes, new Random(1));
        return RevisionGraph.of(nodes);
    }

    private static void assertWorks(RevisionGraph graph) {
        Route up = new Navigator(AppliedSet.empty(graph)).upgrade("heads");
        assertThat(up.steps()).hasSize(SIZE);
        AppliedSet all = AppliedSet.of(graph, ids(up));
        assertThat(new Navigator(all).downgrade("base").steps()).hasSize(SIZE);
        assertThat(Standing.of(all).isUpToDate()).isTrue();
        assertThat(new Navigator(all).history(":")).hasSize(SIZE);
        assertThat(GraphDrawing.of(graph).stream().filter(row -> row.node() != null))
                .hasSize(SIZE);
    }

    @Test
    void oneLine() {
        RevisionGraph graph = graph(i -> i == 0 ? RevisionNode.of(id(0)) : RevisionNode.of(id(i), id(i - 1)));

        assertWorks(graph);
        assertThat(GraphDrawing.of(graph))
                .hasSize(SIZE)
                .allMatch(row -> row.glyphs().equals("*"));
        assertThat(ids(new Navigator(AppliedSet.empty(graph)).resolveAll("base+90000")))
                .containsExactly(id(89_999));
    }

    @Test
    void oneForkWithManyBranches() {
        assertWorks(graph(i -> i == 0 ? RevisionNode.of(id(0)) : RevisionNode.of(id(i), id(0))));
    }

    @Test
    void manyForksAndMerges() {
        assertWorks(graph(i -> switch (i % 3) {
            case 0 -> i == 0 ? RevisionNode.of(id(0)) : RevisionNode.of(id(i), id(i - 1), id(i - 2));
            default -> RevisionNode.of(id(i), id(i - i % 3));
        }));
    }

    @Test
    void manyDependencies() {
        assertWorks(graph(i -> i < 2
                ? RevisionNode.of(id(i))
                : RevisionNode.of(id(i), id(i - 2)).withDependsOn(id(i - 1))));
    }

    @Test
    void oneCircle() {
        List<RevisionNode> nodes = IntStream.range(0, SIZE)
                .mapToObj(i -> RevisionNode.of(id(i), id((i + 1) % SIZE)))
                .toList();

        assertThat(failure(ErrorCode.CYCLE, () -> RevisionGraph.of(nodes)).problems())
                .hasSize(1);
    }

    @Test
    void manyMissingParents() {
        List<RevisionNode> nodes = IntStream.range(0, 2000)
                .mapToObj(i -> RevisionNode.of(id(i), "missing" + i))
                .toList();

        assertThat(failure(ErrorCode.MISSING_PARENT, () -> RevisionGraph.of(nodes))
                        .problems())
                .hasSize(2000);
    }
}
