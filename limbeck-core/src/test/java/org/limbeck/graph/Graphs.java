package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;

/** Graphs in short: {@code "m1 < a2 b2 / c1 [label]"} is m1 with two parents, a dependency and a label. */
final class Graphs {
    private static final Pattern LINE = Pattern.compile("(\\S+)(?: <([^/\\[]*))?(?: ?/([^\\[]*))?(?: ?\\[(.*)])?");

    /** Two lines on one trunk, the second merged back; a third line that depends on the first. */
    static final RevisionGraph SHOP = graph(
            "t100",
            "t200 < t100",
            "a300 < t200 [alpha]",
            "a400 < a300",
            "b300 < t200 [beta]",
            "m500 < a400 b300",
            "d100 [delta]",
            "d200 < d100 / a400");

    private Graphs() {}

    static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(nodes(lines));
    }

    static List<RevisionNode> nodes(String... lines) {
        List<RevisionNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(node(line).withPlace(new Place(line.split(" ")[0] + ".sql", nodes.size() + 1)));
        }
        return nodes;
    }

    static RevisionNode node(String line) {
        Matcher parts = LINE.matcher(line.strip());
        assertThat(parts.matches()).as(line).isTrue();
        return RevisionNode.of(parts.group(1), words(parts.group(2)))
                .withDependsOn(words(parts.group(3)))
                .withLabels(words(parts.group(4)));
    }

    /** A navigator over a graph in which these revisions and all they need are applied. */
    static Navigator at(RevisionGraph graph, String... tips) {
        return new Navigator(AppliedSet.upTo(graph, List.of(tips)), Map.of());
    }

    static List<String> ids(Iterable<RevisionNode> nodes) {
        List<String> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.id()));
        return ids;
    }

    static List<String> ids(Route route) {
        return ids(route.steps());
    }

    static LimbeckException failure(ErrorCode code, ThrowingCallable call) {
        LimbeckException failure = catchThrowableOfType(LimbeckException.class, call);
        assertThat(failure).as("expected " + code).isNotNull();
        assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
        return failure;
    }

    private static String[] words(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank()
                ? new String[0]
                : Arrays.stream(text.strip().split("[ ,]+")).toArray(String[]::new);
    }
}
