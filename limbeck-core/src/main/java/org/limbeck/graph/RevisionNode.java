package org.limbeck.graph;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;

/**
 * What the header of one revision script says. Immutable; nothing is checked here: {@link RevisionGraph#of} checks
 * everything at once.
 *
 * <p>Not meant as a key of a map (hashing all components is slow): use the id.
 *
 * @param id the identity, see {@link RevisionId}
 * @param downs the parents in declared order: none for a base, several for a merge
 * @param dependsOn full ids or labels of revisions that must be applied before, without being parents
 * @param labels branch labels that the script declares
 * @param message the first line of the description; may be empty
 * @param created when the script was written, in UTC; breaks ties in the order of execution; a script without one
 *     comes after those with one
 * @param place where the header stands; null for a graph that was not read from files
 */
public record RevisionNode(
        String id,
        List<String> downs,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable LocalDateTime created,
        @Nullable Place place) {

    public RevisionNode {
        downs = List.copyOf(downs);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A revision with parents and nothing else. */
    public static RevisionNode of(String id, String... downs) {
        return new RevisionNode(id, List.of(downs), List.of(), List.of(), "", null, null);
    }

    /** The same with these parents instead. */
    public RevisionNode withDowns(String... ids) {
        return new RevisionNode(id, List.of(ids), dependsOn, labels, message, created, place);
    }

    /** The same with these dependencies instead. */
    public RevisionNode withDependsOn(String... ids) {
        return new RevisionNode(id, downs, List.of(ids), labels, message, created, place);
    }

    /** The same with these branch labels instead. */
    public RevisionNode withLabels(String... names) {
        return new RevisionNode(id, downs, dependsOn, List.of(names), message, created, place);
    }

    /** The same with this message instead. */
    public RevisionNode withMessage(String text) {
        return new RevisionNode(id, downs, dependsOn, labels, text, created, place);
    }

    /** The same with this time of creation instead. */
    public RevisionNode withCreated(@Nullable LocalDateTime when) {
        return new RevisionNode(id, downs, dependsOn, labels, message, when, place);
    }

    /** The same at this place instead. */
    public RevisionNode withPlace(@Nullable Place where) {
        return new RevisionNode(id, downs, dependsOn, labels, message, created, where);
    }
}
