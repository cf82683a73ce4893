package org.limbeck.adopt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What another tool's history becomes.
 *
 * @param tool its name for people, such as {@code Flyway}
 * @param table its history table, which stays as it is
 * @param files how many files were read
 * @param rows how many rows its table has
 * @param linear whether the revisions are one line, so that new ones go on top of what is there
 * @param scripts all revisions, parents first
 * @param applied those of them that the table calls applied, parents first
 * @param left what is not carried
 * @param remarks what a person should know
 */
public record Adoption(
        String tool,
        String table,
        int files,
        int rows,
        boolean linear,
        List<CarriedScript> scripts,
        List<Applied> applied,
        List<Left> left,
        List<String> remarks) {

    public Adoption {
        scripts = List.copyOf(scripts);
        applied = List.copyOf(applied);
        left = List.copyOf(left);
        remarks = List.copyOf(remarks);
    }

    /**
     * A revision that was applied by the other tool.
     *
     * @param at when, ISO-8601; null where it did not keep it
     * @param by who, as it kept it; null where it did not
     * @param millis how long it took; 0 if that is not known
     */
    public record Applied(
            String id, @Nullable String at, @Nullable String by, long millis) {}

    /** What is not carried, or not as it was. */
    public record Left(String file, String reason) {}
}
