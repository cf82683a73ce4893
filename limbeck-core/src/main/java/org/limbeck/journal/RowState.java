package org.limbeck.journal;

import java.util.Locale;

/** How far a revision is. */
public enum RowState {
    /** On its way up, stopped or at work. */
    UPGRADING,
    APPLIED,
    /** On its way down, stopped or at work. */
    DOWNGRADING;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RowState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
