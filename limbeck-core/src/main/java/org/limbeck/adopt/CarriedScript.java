package org.limbeck.adopt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A revision that stands for what another tool had.
 *
 * @param id derived from what the other tool knows it by: the same in every installation
 * @param downs its parents
 * @param created ISO-8601, or null
 * @param file its path in the folder of scripts
 * @param origin what it was, for a comment
 * @param sections what it does
 * @param transactional whether the other tool ran it in a transaction
 * @param stop why it cannot run, or null: then it does nothing but stop with these words
 */
public record CarriedScript(
        String id,
        List<String> downs,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable String created,
        String file,
        String origin,
        List<Section> sections,
        boolean transactional,
        @Nullable String stop) {

    /**
     * A section of a script.
     *
     * @param directive {@code upgrade}, {@code upgrade mysql}, {@code downgrade} ...
     * @param sql its text, as it was
     */
    public record Section(String directive, String sql) {}

    public CarriedScript {
        downs = List.copyOf(downs);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        sections = List.copyOf(sections);
    }

    /** A script with a way up, and a way down if there is one. */
    static CarriedScript of(String id, String message, String file, String origin, Section... sections) {
        return new CarriedScript(
                id, List.of(), List.of(), List.of(), message, null, file, origin, List.of(sections), true, null);
    }

    /** The same on another parent. */
    public CarriedScript on(@Nullable String down) {
        List<String> parents = down == null ? List.of() : List.of(down);
        return new CarriedScript(
                id, parents, dependsOn, labels, message, created, file, origin, sections, transactional, stop);
    }

    /** The same, each statement committing by itself. */
    CarriedScript outside() {
        return new CarriedScript(id, downs, dependsOn, labels, message, created, file, origin, sections, false, stop);
    }

    /** The same with other sections. */
    CarriedScript with(List<Section> others) {
        return new CarriedScript(
                id, downs, dependsOn, labels, message, created, file, origin, others, transactional, stop);
    }

    /** The same as a stop: what it was becomes a comment. */
    CarriedScript stopping(String why) {
        return new CarriedScript(
                id, downs, dependsOn, labels, message, created, file, origin, sections, transactional, why);
    }
}
