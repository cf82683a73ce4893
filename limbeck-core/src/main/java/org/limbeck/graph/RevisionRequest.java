package org.limbeck.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a new revision.
 *
 * @param parents targets of the parents; {@code head} is the usual one, {@code base} begins a line of its own
 * @param splice whether a parent may have children already, so that history forks
 * @param labels branch labels to declare
 * @param dependsOn targets of the dependencies
 * @param id the wanted id; null for a generated one
 */
public record RevisionRequest(
        List<String> parents,
        boolean splice,
        List<String> labels,
        List<String> dependsOn,
        @Nullable String id) {

    public RevisionRequest {
        parents = List.copyOf(parents);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /** A revision on these parents and nothing else. */
    public static RevisionRequest on(String... parents) {
        return new RevisionRequest(List.of(parents), false, List.of(), List.of(), null);
    }

    /** The same, allowed to fork history or not. */
    public RevisionRequest withSplice(boolean allowed) {
        return new RevisionRequest(parents, allowed, labels, dependsOn, id);
    }

    /** The same with these branch labels instead. */
    public RevisionRequest withLabels(String... names) {
        return new RevisionRequest(parents, splice, List.of(names), dependsOn, id);
    }

    /** The same with these dependencies instead. */
    public RevisionRequest withDependsOn(String... targets) {
        return new RevisionRequest(parents, splice, labels, List.of(targets), id);
    }

    /** The same with this id instead. */
    public RevisionRequest withId(@Nullable String wanted) {
        return new RevisionRequest(parents, splice, labels, dependsOn, wanted);
    }
}
