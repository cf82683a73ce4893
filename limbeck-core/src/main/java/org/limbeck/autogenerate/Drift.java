package org.limbeck.autogenerate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.command.Databases;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.journal.JournalRow;
import org.limbeck.load.Scripts;
import org.limbeck.replay.Replay;
import org.limbeck.schema.Schema;

/**
 * What somebody changed in a database beside its history.
 *
 * @param repairs what would make the schema of the history again; seen from the live database
 * @param unsure differences of things that raw SQL of the history may have made: nobody can tell without a database
 * @param remarks what could not be compared, for people
 */
public record Drift(SchemaChanges repairs, List<Difference> unsure, List<String> remarks) {

    public Drift {
        unsure = List.copyOf(unsure);
        remarks = List.copyOf(remarks);
    }

    /** Whether the database is as its history made it, as far as that can be told. */
    public boolean isEmpty() {
        return repairs.isEmpty();
    }

    /**
     * Compares a database with what the revisions that are applied to it make.
     *
     * @param parameters values of declared parameters
     * @throws org.limbeck.error.LimbeckException UNVERSIONED_DATABASE without a journal, UNKNOWN_APPLIED_REVISION where
     *     a script is missing, DIRTY_REVISION while a revision is half done
     */
    public static Drift of(
            DatabaseSettings settings, Scripts scripts, OpenDatabase database, Map<String, String> parameters) {
        Status status = new StatusReader(settings, scripts, database).read(false);
        require(settings, status);
        List<String> tips =
                status.standing().lineHeads().stream().map(RevisionNode::id).toList();
        Replay replay = Replay.of(scripts, database.dialect(), tips, parameters);
        try {
            Schema live = database.dialect().reflector().schema(database.connection(), null);
            CompareOptions options = CompareOptions.USUAL.withFilter(Ownership.filter(settings));
            return of(SchemaDiff.between(live, replay.schema(), database.dialect(), options), replay);
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    private static Drift of(SchemaChanges changes, Replay replay) {
        List<Difference> unsure = changes.differences().stream()
                .filter(difference -> !replay.knows(difference.subject().name()))
                .toList();
        List<String> remarks = new ArrayList<>(changes.remarks());
        if (!unsure.isEmpty()) {
            for (Replay.Unknown unknown : replay.unknowns()) {
                remarks.add("Raw SQL of revision " + unknown.revision() + " is not replayed: " + unknown.what());
            }
        }
        return new Drift(changes.only(difference -> !unsure.contains(difference)), unsure, remarks);
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
