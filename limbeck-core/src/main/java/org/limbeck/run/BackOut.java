package org.limbeck.run;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.Progress;
import org.limbeck.journal.RowState;
import org.limbeck.plan.Step;

/** Takes a half-done revision back to where it began: by what undoes the operations done, the last first. Used once. */
public final class BackOut {
    private final Session session;
    private final Step step;
    private final JournalRow found;
    private final Work work;

    /** @param step the revision in the direction in which it was stopped */
    public BackOut(Session session, Step step, JournalRow found, Progress progress) {
        this.session = session;
        this.step = step;
        this.found = found;
        this.work = new Work(session, step, found.state(), found, progress);
    }

    /**
     * @throws org.limbeck.error.LimbeckException NO_INVERSE, before anything is done, if an operation done cannot be
     *     undone
     */
    public void run() {
        requireInverses(work.progress());
        session.listener()
                .on(new RunEvent.StepStarted(
                        step.revision(),
                        step.direction(),
                        new RunEvent.Resumed(
                                String.valueOf(found.position()), found.at(), found.by() + "@" + found.host(), true)));
        String label = "";
        try {
            settle();
            requireInverses(work.progress());
            work.turnBack();
            while (!work.progress().undo().isEmpty()) {
                List<Progress.Undo> left = work.progress().undo();
                Progress.Undo undo = left.get(left.size() - 1);
                label = "undo " + undo.label();
                if (undo.statements().isEmpty()) {
                    work.undone();
                } else {
                    work.runUndo(undo);
                }
                session.live().forget();
            }
            if (found.state() == RowState.UPGRADING) {
                work.finishRemoved("backed out");
            } else {
                work.finishApplied();
            }
        } catch (SQLException | RuntimeException e) {
            work.abandon(e);
            throw Failures.of(e, session, step, label, step.revision().place(), false);
        }
        session.listener()
                .on(new RunEvent.StepFinished(
                        step.revision(),
                        step.direction() == Direction.UP ? Direction.DOWN : Direction.UP,
                        work.statements(),
                        work.millis(),
                        true));
    }

    /** What cannot be finished because it fails is taken back as it is. */
    private void settle() throws SQLException {
        Progress.Intent intent = work.progress().intent();
        try {
            work.settleIntent();
        } catch (SQLException e) {
            if (StepRunner.lost(e, session) || intent == null || intent.statement() == 0) {
                throw e;
            }
            work.abandon(e);
            work.countIntentAsDone();
        }
    }

    private void requireInverses(Progress progress) {
        for (Progress.Undo undo : progress.undo()) {
            if (undo.none() != null) {
                throw Problem.of(
                                ErrorCode.NO_INVERSE,
                                "Revision " + step.revision().id() + " cannot be backed out: '" + undo.label()
                                        + "' cannot be undone")
                        .why(undo.none())
                        .todo("Go on in the direction in which it was stopped.")
                        .exception();
            }
        }
    }
}
