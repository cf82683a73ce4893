package org.limbeck.cli.read;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.command.Status;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.RowState;

/**
 * The state of a database in words.
 *
 * @param advice the rest of a command that helps, behind {@code limbeck -n NAME}; null if none does
 */
record StateWords(Mark mark, String text, @Nullable String advice) {

    static StateWords of(Status status) {
        int behind = status.standing().behind();
        int unknown = status.standing().unknown().size();
        return switch (status.state()) {
            case UP_TO_DATE -> new StateWords(Mark.DONE, "up to date", null);
            case BEHIND -> new StateWords(Mark.CARE, "behind by " + behind, "upgrade");
            case SEVERAL_HEADS ->
                new StateWords(Mark.CARE, "several heads, behind by " + behind, "merge heads -m \"...\"");
            // An upgrade is no help: the scripts are older than the database.
            case AHEAD ->
                new StateWords(Mark.CARE, "ahead: " + Counts.of(unknown, "revision") + " without a script here", null);
            case DIVERGED ->
                new StateWords(
                        Mark.FAILED,
                        "diverged: " + Counts.of(unknown, "revision") + " without a script here, behind by " + behind,
                        null);
            case INCOMPLETE ->
                new StateWords(
                        Mark.FAILED,
                        "incomplete: "
                                + Counts.of(status.standing().gaps().size(), "revision")
                                + " missing below what is applied",
                        "upgrade heads");
            case UNVERSIONED_EMPTY -> new StateWords(Mark.CARE, "empty, not versioned", "upgrade");
            case UNVERSIONED_WITH_TABLES ->
                new StateWords(Mark.CARE, "unversioned, " + Counts.of(status.tables(), "table"), "baseline");
            case DIRTY -> dirty(status);
        };
    }

    private static StateWords dirty(Status status) {
        JournalRow row = status.dirty();
        if (row == null) {
            return new StateWords(Mark.FAILED, "dirty", "upgrade");
        }
        String where = row.position() == null ? "" : " at " + row.position();
        return new StateWords(
                Mark.FAILED,
                "dirty: " + row.id() + " stopped (" + row.state().word() + ")" + where + ", " + Times.of(row.at())
                        + ", by " + row.by() + "@" + row.host(),
                row.state() == RowState.UPGRADING ? "upgrade" : "downgrade " + row.id() + "-1");
    }
}
