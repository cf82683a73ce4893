package org.limbeck.merge;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;
import org.limbeck.graph.RevisionNode;

/**
 * Two lines do something to the same object.
 *
 * @param object what it is, such as {@code column orders.status}
 * @param text what both do to it, without the object
 * @param one what the first line does
 * @param other what the second line does
 */
public record Conflict(Kind kind, Severity severity, String object, String text, Change one, Change other) {

    /** How sure it is. */
    public enum Severity {
        /** It fails, or the result depends on which line is run first. */
        CERTAIN,
        /** A person should look. */
        POSSIBLE
    }

    /** How they get in each other's way. */
    public enum Kind {
        BOTH_CREATE,
        BOTH_DROP,
        BOTH_RENAME,
        BOTH_ALTER,
        DROPPED_AND_USED,
        RENAMED_AND_USED,
        DROPPED_AND_CREATED,
        SAME_ROWS,
        ROWS_CHANGED,
        RAW_SQL
    }

    /**
     * What one line does.
     *
     * @param what the operation in words
     * @param place where it is written, or null
     */
    public record Change(
            RevisionNode revision, String what, @Nullable Place place) {}

    public boolean certain() {
        return severity == Severity.CERTAIN;
    }
}
