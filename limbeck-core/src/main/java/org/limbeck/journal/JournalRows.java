package org.limbeck.journal;

import org.jspecify.annotations.Nullable;

import org.limbeck.graph.RevisionNode;

/** Makes rows for revisions. */
public final class JournalRows {
    private JournalRows() {}

    /** The row of a revision as it is now. */
    public static JournalRow of(
            RevisionNode revision,
            RowState state,
            @Nullable Progress progress,
            String sourceHash,
            String checksum,
            String kind,
            Who who,
            long millis,
            @Nullable String tag) {
        return new JournalRow(
                revision.id(),
                state,
                progress == null ? null : progress.position(),
                revision.message(),
                sourceHash,
                checksum,
                kind,
                Journal.now(),
                who.user(),
                who.host(),
                who.version(),
                millis,
                tag);
    }
}
