package org.limbeck.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.graph.Standing;
import org.limbeck.journal.JournalRow;

/**
 * How a database stands to its scripts.
 *
 * @param database the name of the database
 * @param kind its dialect
 * @param server what answers, in words
 * @param standing compared with the graph; half-done revisions do not count as applied
 * @param rows the rows of the journal, or those that were asked for
 * @param tables the number of tables, only counted where there is no journal; else -1
 * @param changed applied revisions whose script has another source now
 */
public record Status(
        String database,
        String kind,
        String server,
        State state,
        Standing standing,
        List<JournalRow> rows,
        int tables,
        List<String> changed) {

    public Status {
        rows = List.copyOf(rows);
        changed = List.copyOf(changed);
    }

    /** One word for it. */
    public enum State {
        UP_TO_DATE,
        BEHIND,
        /** The database is newer than the scripts; an upgrade is no help. */
        AHEAD,
        /** Something is applied that the scripts do not know, and something waits. */
        DIVERGED,
        /** An applied revision stands on one that is not applied. */
        INCOMPLETE,
        /** No journal and no tables. */
        UNVERSIONED_EMPTY,
        /** Tables, but no journal. */
        UNVERSIONED_WITH_TABLES,
        /** The scripts have several heads, and not all of them are applied. */
        SEVERAL_HEADS,
        /** A revision stopped part way. */
        DIRTY
    }

    /** The half-done revision, or null. */
    public @Nullable JournalRow dirty() {
        return rows.stream().filter(JournalRow::dirty).findFirst().orElse(null);
    }

    /** Whether everything is applied and nothing else. */
    public boolean isUpToDate() {
        return state == State.UP_TO_DATE;
    }
}
