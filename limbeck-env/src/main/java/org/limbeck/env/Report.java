package org.limbeck.env;

import java.util.List;

/**
 * What a merge finds. Values are effective ones and not masked: show them through {@link Secrets} only.
 *
 * @param fresh new in the template, with its defaults
 * @param changed set by the operator to something else than the template's default, and kept
 * @param followed never changed by the operator since the old release, so they take the new default
 * @param activated commented out in the template and set by the operator: names
 * @param renamed moved to a new name
 * @param removed not in the template, kept in the last section: names
 * @param keptLines how many lines that are no assignment are kept in the last section
 * @param unchanged how many variables equal the template
 * @param total how many variables the result has
 */
public record Report(
        List<Fresh> fresh,
        List<Change> changed,
        List<Change> followed,
        List<String> activated,
        List<Renamed> renamed,
        List<String> removed,
        List<Warning> warnings,
        int keptLines,
        int unchanged,
        int total) {

    /** A new variable and the template's effective value. */
    public record Fresh(String name, String value) {

        /** Never the value: it may be a secret. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** A variable that has another name in the new release. */
    public record Renamed(String from, String to) {}
}
