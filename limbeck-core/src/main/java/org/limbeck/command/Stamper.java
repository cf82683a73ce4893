package org.limbeck.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Stamp;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.JournalRows;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Progress;
import org.limbeck.journal.RowState;
import org.limbeck.journal.StoredParameters;
import org.limbeck.journal.Who;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.Scripts;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepMaker;
import org.limbeck.run.RunListener;

/** Records without executing. */
public final class Stamper {
    private final DatabaseSettings settings;
    private final Scripts scripts;
    private final OpenDatabase database;
    private final Journal journal;
    private final RunListener listener;

    /** Is asked under the lock before anything is recorded. */
    public interface Guard {
        /** Records whatever it is. */
        Guard NONE = stamp -> {};

        /** @throws org.limbeck.error.LimbeckException if it may not be recorded */
        void check(Stamp stamp) throws SQLException;
    }

    public Stamper(DatabaseSettings settings, Scripts scripts, OpenDatabase database, RunListener listener) {
        this.settings = settings;
        this.scripts = scripts;
        this.database = database;
        this.listener = listener;
        this.journal = new Journal(database.dialect(), JournalTables.of(settings.journal()), Who.me());
    }

    /**
     * Records targets as applied, with all that they stand on.
     *
     * @param purge whether to forget first what is recorded
     * @param reason kept in the journal; null for none
     * @throws org.limbeck.error.LimbeckException DIRTY_REVISION if a revision is half done
     */
    public Stamp stamp(
            List<String> targets,
            boolean purge,
            @Nullable String reason,
            @Nullable String tag,
            Map<String, String> parameters) {
        return stamp(targets, purge, reason, tag, parameters, Guard.NONE);
    }

    /** The same, if a guard allows it. */
    public Stamp stamp(
            List<String> targets,
            boolean purge,
            @Nullable String reason,
            @Nullable String tag,
            Map<String, String> parameters,
            Guard guard) {
        try (MigrationLock.Held held =
                Locking.acquire(database, journal, settings.lockTimeout(), listener, () -> false)) {
            Situation situation = Situation.read(scripts, database, journal);
            if (!purge) {
                situation.requireClean();
            }
            Stamp stamp = situation.navigator(settings.releases()).stamp(targets, purge);
            if (!stamp.isEmpty()) {
                guard.check(stamp);
            }
            if (!situation.versioned()) {
                journal.create(database.connection());
            }
            write(situation, stamp, String.join(", ", targets), reason, tag, parameters, held);
            return stamp;
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    private void write(
            Situation situation,
            Stamp stamp,
            String targets,
            @Nullable String reason,
            @Nullable String tag,
            Map<String, String> parameters,
            MigrationLock.Held held)
            throws SQLException {
        List<String> ids = stamp.add().stream().map(RevisionNode::id).toList();
        Map<String, LoadedScript> loaded = scripts.load(ids, database.dialect());
        StepMaker maker = new StepMaker(database.dialect(), parameters);
        database.connection().setAutoCommit(false);
        for (String id : stamp.remove()) {
            journal.delete(database.connection(), held, id);
        }
        for (RevisionNode node : stamp.add()) {
            Step step = maker.make(Objects.requireNonNull(loaded.get(node.id())), Direction.UP, Map.of());
            // A half-done row that is purged is replaced.
            if (situation.row(node.id()).isPresent() && !stamp.remove().contains(node.id())) {
                journal.delete(database.connection(), held, node.id());
            }
            journal.insert(database.connection(), held, row(step, tag), progress(step));
        }
        journal.event(database.connection(), "stamped", null, reason, targets);
        database.connection().commit();
        database.connection().setAutoCommit(true);
    }

    private JournalRow row(Step step, @Nullable String tag) {
        return JournalRows.of(
                step.revision(),
                RowState.APPLIED,
                null,
                step.sourceHash(),
                step.checksum().value(),
                database.dialect().name(),
                journal.who(),
                0,
                tag);
    }

    private static Progress progress(Step step) {
        return Progress.NONE
                .finished(step.checksum().operations())
                .withParameters(StoredParameters.of(step.parameters()));
    }

    /**
     * Accepts what an applied script means now.
     *
     * @throws org.limbeck.error.LimbeckException NEEDS_REASON without a reason, NO_SUCH_REVISION if it is not applied
     */
    public void accept(String target, @Nullable String reason, Map<String, String> parameters) {
        if (reason == null || reason.isBlank()) {
            throw Problem.of(ErrorCode.NEEDS_REASON, "Accepting a changed script needs a reason")
                    .todo("--reason \"why the database has the change already\"")
                    .exception();
        }
        try (MigrationLock.Held held =
                Locking.acquire(database, journal, settings.lockTimeout(), listener, () -> false)) {
            Situation situation = Situation.read(scripts, database, journal);
            String id = situation
                    .navigator(settings.releases())
                    .resolve(target)
                    .map(RevisionNode::id)
                    .orElse(target);
            JournalRow old = situation
                    .row(id)
                    .filter(row -> !row.dirty())
                    .orElseThrow(() -> Problem.of(ErrorCode.NO_SUCH_REVISION, "Revision " + id + " is not applied")
                            .exception());
            LoadedScript script = Objects.requireNonNull(
                    scripts.load(List.of(id), database.dialect()).get(id));
            Progress kept = journal.progress(database.connection(), id);
            Step step = new StepMaker(database.dialect(), parameters).make(script, Direction.UP, kept.parameters());
            database.connection().setAutoCommit(false);
            JournalRow row = new JournalRow(
                    id,
                    old.state(),
                    null,
                    step.revision().message(),
                    step.sourceHash(),
                    step.checksum().value(),
                    old.kind(),
                    old.at(),
                    old.by(),
                    old.host(),
                    old.version(),
                    old.millis(),
                    old.tag());
            journal.update(
                    database.connection(),
                    held,
                    row,
                    kept.finished(step.checksum().operations()));
            journal.event(database.connection(), "accepted", id, reason, old.checksum());
            database.connection().commit();
            database.connection().setAutoCommit(true);
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }
}
