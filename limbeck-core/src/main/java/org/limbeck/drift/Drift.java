package org.limbeck.drift;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.baseline.Comparison;
import org.limbeck.baseline.Expectations;
import org.limbeck.command.Databases;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.compare.Difference;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.replay.Replay;

/**
 * What somebody changed in a database beside its history.
 *
 * @param repairs what would make the schema of the history again; seen from the live database
 * @param unsure differences of things that raw SQL of the history may have made: nobody can tell without a database
 * @param unknowns that raw SQL, if it matters
 */
public record Drift(List<Difference> repairs, List<Difference> unsure, List<Replay.Unknown> unknowns) {

    public Drift {
        repairs = List.copyOf(repairs);
        unsure = List.copyOf(unsure);
        unknowns = List.copyOf(unknowns);
    }

    /** Whether the database is as its history made it, as far as that can be told. */
    public boolean isEmpty() {
        return repairs.isEmpty();
    }

    /**
     * Compares a database with what the revisions that are applied to it make.
     *
     * @throws org.limbeck.error.LimbeckException UNVERSIONED_DATABASE without a journal, UNKNOWN_APPLIED_REVISION where
     *     a script is missing, DIRTY_REVISION while a revision is half done
     */
    public static Drift of(Expectations expectations) {
        DatabaseSettings settings = expectations.settings();
        Status status = new StatusReader(settings, expectations.scripts(), expectations.database()).read(false);
        require(settings, status);
        List<String> tips =
                status.standing().lineHeads().stream().map(RevisionNode::id).toList();
        try {
            Comparison comparison = expectations.compare(tips);
            return new Drift(
                    comparison.certain(),
                    comparison.unsure(),
                    comparison.unsure().isEmpty() ? List.of() : comparison.unknowns());
        } catch (SQLException e) {
            throw Databases.failed(expectations.database().dialect(), settings, e);
        }
    }

    private static void require(DatabaseSettings settings, Status status) {
        JournalRow dirty = status.dirty();
        if (dirty != null) {
            throw Problem.of(ErrorCode.DIRTY_REVISION, "Revision " + dirty.id() + " is half done")
                    .why("What the schema should be is known when it is finished.")
                    .todo("Finish it, or go back:  limbeck upgrade  or  limbeck downgrade")
                    .exception();
        }
        if (!status.standing().unknown().isEmpty()) {
            throw Problem.of(
                            ErrorCode.UNKNOWN_APPLIED_REVISION,
                            "Database '" + settings.name() + "' has revisions without a script here: "
                                    + String.join(", ", status.standing().unknown()))
                    .why("What they did is not known here.")
                    .todo("Use the scripts that it was upgraded with.")
                    .exception();
        }
        if (status.rows().isEmpty() && status.tables() > 0) {
            throw Problem.of(
                            ErrorCode.UNVERSIONED_DATABASE,
                            "Database '" + settings.name() + "' has tables and no journal")
                    .todo("limbeck baseline")
                    .exception();
        }
    }
}
