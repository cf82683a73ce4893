package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.limbeck.graph.Graphs.ids;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RandomGraphs.Case;

/** What holds for every graph, checked against definitions that are slow and plain. */
@Domain(RandomGraphs.class)
class GraphLawsTest {

    @Property(tries = 300)
    void whateverANodeNeedsRunsBeforeIt(@ForAll Case any) {
        assertClosedAfterEveryStep(
                any.graph(), ids(any.applied().nodes()), any.navigator().upgrade("heads"));
    }

    @Property(tries = 300)
    void whatIsAppliedHoldsAllThatItNeedsAfterEveryStepDown(@ForAll Case any) {
        assertClosedAfterEveryStep(
                any.graph(), ids(any.applied().nodes()), any.navigator().downgrade("base"));
    }

    @Property(tries = 300)
    void anUpgradeRunsExactlyWhatTheTargetNeeds(@ForAll Case any) {
        String target = any.any(1).id();
        Set<String> wanted = needed(any.graph(), target);
        wanted.removeAll(ids(any.applied().nodes()));

        assertThat(ids(any.navigator().upgrade(target))).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Property(tries = 300)
    void aDowngradeTakesDownExactlyWhatNeedsAChildOfTheTarget(@ForAll Case any) {
        String target = any.any(2).id();
        RevisionGraph graph = any.graph();
        Navigator navigator = any.applied().contains(target) ? any.navigator() : Graphs.at(graph, target);
        AppliedSet applied = any.applied().contains(target) ? any.applied() : AppliedSet.upTo(graph, List.of(target));
        List<String> wanted = ids(applied.nodes()).stream()
                .filter(id -> graph.children(target).stream()
                        .anyMatch(child -> needed(graph, id).contains(child.id())))
                .toList();

        assertThat(ids(navigator.downgrade(target))).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Property(tries = 300)
    void downIsTheReverseOfUp(@ForAll Case any) {
        RevisionGraph graph = any.graph();
        List<String> up = ids(new Navigator(AppliedSet.empty(graph)).upgrade("heads"));
        List<String> down = ids(new Navigator(AppliedSet.of(graph, up)).downgrade("base"));
        Collections.reverse(down);

        assertThat(down).isEqualTo(up);
    }

    @Property(tries = 300)
    void upAndDownAgainIsWhereOneWas(@ForAll Case any) {
        String target = any.any(3).id();
        AppliedSet at = AppliedSet.upTo(any.graph(), List.of(target));
        Route up = new Navigator(at).upgrade("heads");
        Route down = new Navigator(up.after()).downgrade(target);
        Set<String> standing = new HashSet<>(ids(any.graph().dependants(target)));

        assertThat(ids(down)).isSubsetOf(ids(up)).allMatch(standing::contains);
        assertThat(down.headsAfter())
                .allMatch(id -> !standing.contains(id) || needsOnlyByDependency(any.graph(), target, id));
        assertThat(ids(down.after().nodes())).containsAll(ids(at.nodes()));
    }

    @Property(tries = 200)
    void nothingDependsOnTheOrderOfInput(@ForAll Case any) {
        List<RevisionNode> nodes = new ArrayList<>(any.graph().nodes());
        Collections.shuffle(nodes, new Random(any.seed()));
        RevisionGraph other = RevisionGraph.of(nodes);
        List<String> applied = ids(any.applied().nodes());
        Collections.shuffle(applied, new Random(any.seed()));

        assertThat(ids(new Navigator(AppliedSet.of(other, applied)).upgrade("heads")))
                .isEqualTo(ids(any.navigator().upgrade("heads")));
        assertThat(GraphDrawing.of(other)).isEqualTo(GraphDrawing.of(any.graph()));
    }

    @Property(tries = 300)
    void headsOfAnAppliedSetAreItsMaximalElements(@ForAll Case any) {
        List<String> applied = ids(any.applied().nodes());
        List<String> maximal = applied.stream()
                .filter(id -> applied.stream()
                        .noneMatch(other ->
                                !other.equals(id) && needed(any.graph(), other).contains(id)))
                .toList();

        assertThat(ids(any.applied().heads())).isEqualTo(maximal);
        assertThat(ids(AppliedSet.upTo(any.graph(), maximal).nodes())).isEqualTo(applied);
    }

    @Property(tries = 300)
    void aPrefixNamesARevisionIfAndOnlyIfItIsTheOnlyOne(@ForAll Case any) {
        String id = any.any(4).id();
        String prefix = id.substring(0, 1 + new Random(any.seed()).nextInt(id.length()));
        long matches = any.graph().nodes().stream()
                .filter(node -> node.id().startsWith(prefix))
                .count();
        if (prefix.length() >= 4 && matches == 1) {
            assertThat(ids(any.navigator().resolveAll(prefix))).containsExactly(id);
        } else {
            LimbeckException failure = Objects.requireNonNull(catchThrowableOfType(
                    LimbeckException.class, () -> any.navigator().resolveAll(prefix)));
            assertThat(failure.code())
                    .isEqualTo(prefix.length() < 4 ? ErrorCode.NO_SUCH_REVISION : ErrorCode.AMBIGUOUS_REVISION);
        }
    }

    @Property(tries = 300)
    void theDrawingShowsEveryRevisionOnceBelowAllThatNeedIt(@ForAll Case any) {
        List<RevisionNode> shown = GraphDrawing.of(any.graph()).stream()
                .map(GraphDrawing.Row::node)
                .filter(Objects::nonNull)
                .toList();
        List<String> upwards = ids(shown);
        Collections.reverse(upwards);

        assertThat(upwards).containsExactlyInAnyOrderElementsOf(ids(any.graph().nodes()));
        assertNeedsComeFirst(any.graph(), upwards);
    }

    @Property(tries = 300)
    void aDrawingJoinsNeighbouringRows(@ForAll Case any) {
        for (GraphDrawing.Row row : GraphDrawing.of(any.graph())) {
            long stars = row.glyphs().chars().filter(c -> c == '*').count();
            assertThat(stars).isEqualTo(row.node() == null ? 0 : 1);
            assertThat(row.glyphs()).matches("[*|/\\\\_ ]*\\S");
        }
    }

    @Property(tries = 300)
    void aStampLeavesAClosedSetWithTheDestinationAtItsTop(@ForAll Case any) {
        String target = any.any(5).id();
        Stamp stamp = any.navigator().stamp(List.of(target), false);
        Set<String> after = new HashSet<>(ids(stamp.after().nodes()));

        assertThat(stamp.after().gaps()).isEmpty();
        assertThat(ids(stamp.after().heads())).contains(target);
        Set<String> replayed = new HashSet<>(ids(any.applied().nodes()));
        assertThat(replayed.addAll(ids(stamp.add()))).isEqualTo(!stamp.add().isEmpty());
        stamp.remove().forEach(id -> assertThat(replayed.remove(id)).isTrue());
        assertThat(replayed).isEqualTo(after);
    }

    @Property(tries = 300)
    void whatWaitsAndWhatIsAppliedIsEverything(@ForAll Case any) {
        Standing standing = Standing.of(any.applied());

        assertThat(standing.behind() + any.applied().nodes().size())
                .isEqualTo(any.graph().size());
        assertThat(ids(standing.pending())).isEqualTo(ids(any.navigator().upgrade("heads")));
    }

    private static void assertClosedAfterEveryStep(RevisionGraph graph, List<String> before, Route route) {
        Set<String> applied = new HashSet<>(before);
        for (Route.Move move : route.moves()) {
            if (move.direction() == Direction.UP) {
                assertThat(applied).containsAll(ids(graph.requirements(move.revision())));
                assertThat(applied.add(move.revision())).isTrue();
            } else {
                assertThat(applied.remove(move.revision())).isTrue();
                assertThat(ids(graph.dependants(move.revision()))).noneMatch(applied::contains);
            }
        }
        assertThat(applied).isEqualTo(new HashSet<>(ids(route.after().nodes())));
    }

    private static void assertNeedsComeFirst(RevisionGraph graph, List<String> order) {
        Set<String> seen = new HashSet<>();
        for (String id : order) {
            assertThat(seen).containsAll(ids(graph.normalisedParents(id)));
            seen.add(id);
        }
    }

    private static boolean needsOnlyByDependency(RevisionGraph graph, String target, String id) {
        return graph.children(target).stream()
                .noneMatch(child -> needed(graph, id).contains(child.id()));
    }

    /** A revision and all that it needs, by the definition. */
    private static Set<String> needed(RevisionGraph graph, String id) {
        Set<String> found = new HashSet<>(Set.of(id));
        Set<String> fresh = Set.of(id);
        while (!fresh.isEmpty()) {
            fresh = fresh.stream()
                    .map(graph::get)
                    .flatMap(node -> Stream.concat(node.downs().stream(), node.dependsOn().stream()))
                    .filter(need -> !found.contains(need))
                    .collect(Collectors.toSet());
            found.addAll(fresh);
        }
        return found;
    }
}
