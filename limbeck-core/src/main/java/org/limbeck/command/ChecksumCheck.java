package org.limbeck.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.ChecksumPolicy;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.Progress;
import org.limbeck.load.LoadedScript;
import org.limbeck.meaning.Checksum;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepMaker;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;

/**
 * Looks whether applied scripts still mean what they meant. The cheap hash of the source decides whether that must be
 * computed at all.
 */
final class ChecksumCheck {
    private final OpenDatabase database;
    private final Journal journal;
    private final RunListener listener;
    private final Map<String, String> renewed = new LinkedHashMap<>();

    ChecksumCheck(OpenDatabase database, Journal journal, RunListener listener) {
        this.database = database;
        this.journal = journal;
        this.listener = listener;
    }

    /** The applied rows whose script has another source now. */
    static List<JournalRow> suspects(Situation situation) {
        List<JournalRow> suspects = new ArrayList<>();
        for (JournalRow row : situation.rows()) {
            boolean known = situation.scripts().graph().contains(row.id());
            if (known
                    && !row.dirty()
                    && !row.sourceHash().isEmpty()
                    && !row.sourceHash().equals(situation.scripts().sourceHash(row.id()))) {
                suspects.add(row);
            }
        }
        return suspects;
    }

    /** A script that means something else, and where. */
    record Change(JournalRow row, Step step, int operation) {}

    /** Those of the suspects that mean something else. */
    List<Change> changes(Situation situation, List<JournalRow> suspects, Map<String, String> parameters)
            throws SQLException {
        if (suspects.isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        Map<String, LoadedScript> loaded =
                situation.scripts().load(suspects.stream().map(JournalRow::id).toList(), database.dialect());
        StepMaker maker = new StepMaker(database.dialect(), parameters);
        for (JournalRow row : suspects) {
            Progress progress = journal.progress(database.connection(), row.id());
            Step step = make(maker, Objects.requireNonNull(loaded.get(row.id())), progress);
            if (step == null) {
                continue;
            }
            if (step.checksum().value().equals(row.checksum())) {
                renewed.put(row.id(), step.sourceHash());
            }
            if (!step.checksum().value().equals(row.checksum())) {
                int first = Checksum.firstDifference(
                        progress.operations(), step.checksum().operations());
                changes.add(new Change(row, step, first));
            }
        }
        return changes;
    }

    /** A script whose secret is not given cannot be compared, which is no reason to stop. */
    private @Nullable Step make(StepMaker maker, LoadedScript script, Progress progress) {
        try {
            return maker.make(script, Direction.UP, progress.parameters());
        } catch (LimbeckException e) {
            if (e.code() != ErrorCode.SECRET_PARAMETER) {
                throw e;
            }
            listener.on(new RunEvent.Warning("The changed script of revision " + script.id()
                    + " cannot be compared with what was applied:\n"
                    + e.problem().text()));
            return null;
        }
    }

    /** Keeps the new source hashes of those that still mean the same, so that they need not be compared again. */
    void renew(MigrationLock.@Nullable Held lock) throws SQLException {
        for (Map.Entry<String, String> one : renewed.entrySet()) {
            journal.renewSource(database.connection(), lock, one.getKey(), one.getValue());
        }
    }

    /** @throws LimbeckException CHECKSUM_CHANGED, naming each revision and operation, unless a warning is enough */
    void require(Situation situation, ChecksumPolicy policy, Map<String, String> parameters) throws SQLException {
        List<Problem> problems = new ArrayList<>();
        for (Change change : changes(situation, suspects(situation), parameters)) {
            problems.add(problem(change));
        }
        if (policy == ChecksumPolicy.FAIL && !problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        problems.forEach(problem -> listener.on(new RunEvent.Warning(problem.text())));
    }

    private static Problem problem(Change change) {
        String id = change.row().id();
        Problem problem = Problem.of(
                        ErrorCode.CHECKSUM_CHANGED,
                        "The script of revision " + id + " was changed after it was applied")
                .at(change.step().revision().place());
        if (change.operation() >= 0) {
            problem = problem.why("Its operation " + (change.operation() + 1) + " means something else now.");
        }
        return problem.why("It was applied " + change.row().at() + " by "
                        + change.row().by() + ".")
                .todo("Put the old text back and write a new revision for the change.")
                .todo("Or, if the database has the change already:  limbeck stamp --accept " + id
                        + " --reason \"...\"");
    }
}
