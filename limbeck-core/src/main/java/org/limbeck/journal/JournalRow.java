package org.limbeck.journal;

import org.jspecify.annotations.Nullable;

/**
 * The row of one revision.
 *
 * @param position where an unfinished revision stopped, in words; null when it is finished
 * @param sourceHash the cheap hash of the source
 * @param checksum what it means, on this database's dialect
 * @param kind the kind of database that it was applied to
 * @param at when it was finished (or stopped), ISO-8601 in UTC
 * @param by the operating-system user
 * @param host the machine
 * @param millis how long it took; 0 for a stamp
 * @param tag a tag given with {@code --tag}, or null
 */
public record JournalRow(
        String id,
        RowState state,
        @Nullable String position,
        String message,
        String sourceHash,
        String checksum,
        String kind,
        String at,
        String by,
        String host,
        String version,
        long millis,
        @Nullable String tag) {

    /** Whether the revision was stopped part way. */
    public boolean dirty() {
        return state != RowState.APPLIED;
    }
}
