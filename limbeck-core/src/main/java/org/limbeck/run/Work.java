package org.limbeck.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Statement;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.JournalRows;
import org.limbeck.journal.Progress;
import org.limbeck.journal.RowState;
import org.limbeck.plan.Step;
import org.limbeck.schema.QualifiedName;

/**
 * The work on one revision: its transaction, its row, its position. A group of statements is executed by {@link #run}; where
 * it stands towards transactions decides what is written to the journal, and when.
 *
 * <p>The rule is: whatever was committed is in the journal before anything that depends on it, and before a statement that
 * commits by itself its intent is. Not thread-safe.
 */
final class Work {
    private final Session session;
    private final Step step;
    private final RowState state;
    private final Fingerprints fingerprints;
    private final long begin = System.nanoTime();

    private final String sourceHash;
    private final String checksum;

    private Progress progress;
    private Progress atBegin;
    private boolean rowExists;
    private boolean inTransaction;
    private int statements;
    private boolean undoing;
    /** Whether the journal has an intent of an earlier run of which nothing is known yet; then the row stays as it is. */
    private boolean unsettled;

    /**
     * @param state what the row says while this goes on
     * @param found its row, or null
     * @param progress what the journal says of it already
     */
    Work(Session session, Step step, RowState state, @Nullable JournalRow found, Progress progress) {
        this.session = session;
        this.step = step;
        this.state = state;
        this.progress = progress;
        this.atBegin = progress;
        JournalRow kept = state == RowState.DOWNGRADING ? found : null;
        this.sourceHash = kept == null ? step.sourceHash() : kept.sourceHash();
        this.checksum = kept == null ? step.checksum().value() : kept.checksum();
        this.rowExists = found != null;
        this.undoing = progress.backingOut();
        this.unsettled = progress.intent() != null;
        this.fingerprints = new Fingerprints(session);
    }

    Progress progress() {
        return progress;
    }

    int statements() {
        return statements;
    }

    long millis() {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    void decided(String path, boolean answer) {
        progress = progress.withDecision(path, answer);
    }

    /** What a group of statements is about, and what is to be remembered of it. */
    record Task(
            String path,
            String label,
            List<QualifiedName> concerned,
            boolean knowable,
            List<String> hashes,
            List<Progress.Undo> undo) {}

    // ---- groups

    /** Executes a group; afterwards it is done, and the journal knows as soon as anything of it is committed. */
    void run(Task task, List<Statement> group) throws SQLException {
        run(task, group, 0);
    }

    private void run(Task task, List<Statement> group, int offset) throws SQLException {
        Placement placement = placement(group);
        if (session.mode() != TransactionMode.REVISION) {
            runInside(task, group, placement);
        } else if (placement == Placement.ISOLATED) {
            runIsolated(task, group);
        } else if (placement == Placement.COMMITS || placement == Placement.OUTSIDE) {
            runCommitting(task, group, offset);
        } else {
            begin();
            execute(task, group);
            done(task);
            if (placement == Placement.COMMIT_AFTER) {
                save();
                commit();
            }
        }
    }

    private static Placement placement(List<Statement> group) {
        for (Statement statement : group) {
            if (statement.placement() != Placement.INSIDE) {
                return statement.placement();
            }
        }
        return Placement.INSIDE;
    }

    private void runInside(Task task, List<Statement> group, Placement placement) throws SQLException {
        boolean rehearsal = session.mode() == TransactionMode.REHEARSAL;
        if (placement == Placement.COMMITS || placement == Placement.OUTSIDE) {
            if (!rehearsal) {
                throw refused(task, "it cannot be part of a transaction");
            }
            session.listener()
                    .on(new RunEvent.Rehearsed(
                            step.revision().id(), task.path(), task.label() + ": left out, it cannot be rolled back"));
        } else if (placement != Placement.INSIDE && !rehearsal) {
            throw refused(task, "it needs a transaction of its own");
        } else {
            begin();
            execute(task, group);
        }
        done(task);
    }

    private RuntimeException refused(Task task, String why) {
        return Problem.of(
                        ErrorCode.TRANSACTION_MODE,
                        "'" + task.label() + "' cannot run in one transaction with the rest")
                .why("In revision " + step.revision().id() + ": " + why + ".")
                .todo("Run without --one-transaction.")
                .exception();
    }

    private void runIsolated(Task task, List<Statement> group) throws SQLException {
        if (inTransaction) {
            save();
            commit();
        }
        Progress before = progress;
        try {
            session.dialect().isolated(session.connection(), () -> {
                execute(task, group);
                done(task);
                save();
            });
        } catch (SQLException | RuntimeException e) {
            progress = before;
            throw e;
        }
        rowExists = true;
    }

    private void runCommitting(Task task, List<Statement> group, int offset) throws SQLException {
        for (int i = 0; i < group.size(); i++) {
            Statement statement = group.get(i);
            boolean commits = statement.placement() == Placement.COMMITS || statement.placement() == Placement.OUTSIDE;
            if (commits) {
                intend(task, group.subList(i, group.size()), offset + i);
            } else {
                begin();
            }
            execute(task, List.of(statement));
            if (commits && i + 1 < group.size()) {
                progress = progress.withIntent(intent(task, group.subList(i + 1, group.size()), offset + i + 1, ""));
            }
        }
        done(task);
    }

    /** @param left the statement that is about to be executed, and those after it */
    private void intend(Task task, List<Statement> left, int at) throws SQLException {
        String fingerprint = task.knowable() ? fingerprints.of(task.concerned()) : "";
        saveAlone(intent(task, left, at, fingerprint));
    }

    private static Progress.Intent intent(Task task, List<Statement> left, int at, String fingerprint) {
        return new Progress.Intent(
                task.path(),
                at,
                task.label(),
                task.concerned(),
                fingerprint,
                task.knowable(),
                at == 0 && left.size() == 1 ? List.of() : left,
                task.hashes(),
                task.undo(),
                List.of());
    }

    private void saveAlone(Progress.Intent intent) throws SQLException {
        progress = progress.withIntent(intent);
        save();
        if (inTransaction) {
            commit();
        }
    }

    /** Says, once for all of them, that tables are about to be created. */
    void intendCreates(List<Task> tasks) throws SQLException {
        saveAlone(Creates.intent(tasks));
    }

    /** Creates one of them; the next one that is missing is where a later run goes on. */
    void create(Task task, Statement statement) throws SQLException {
        execute(task, List.of(statement));
        done(task);
    }

    private void done(Task task) {
        progress = undoing ? progress.withoutLastUndo() : progress.withDone(task.path(), task.hashes(), task.undo());
    }

    /** A group of which nothing is left to do. */
    void skip(Task task) {
        done(task);
    }

    /** What cannot be finished is taken back like what is done. */
    void countIntentAsDone() {
        Progress.Intent intent = progress.intent();
        if (intent != null) {
            progress = progress.withDone(intent.path(), intent.hashes(), intent.undo());
        }
    }

    /** The last entry of the undo list is worked off. */
    void undone() {
        progress = progress.withoutLastUndo();
    }

    /** From here on the way is back. */
    void turnBack() {
        progress = progress.back();
        undoing = true;
    }

    /** Executes the last entry of the undo list. */
    void runUndo(Progress.Undo undo) throws SQLException {
        undoing = true;
        run(
                new Task(undo.path(), "undo " + undo.label(), undo.tables(), true, List.of(), List.of()),
                undo.statements());
    }

    /** Executes statements in the open transaction. */
    void executeInside(List<Statement> group) throws SQLException {
        execute(new Task("", "", List.of(), true, List.of(), List.of()), group);
    }

    // ---- a statement that was running when a run stopped

    /** Looks whether the intended statement was executed, and finishes its group if it was. */
    void settleIntent() throws SQLException {
        Progress.Intent intent = progress.intent();
        if (intent == null) {
            return;
        }
        if (!intent.creates().isEmpty()) {
            progress = new Creates(session, step).settled(progress, intent.creates());
            unsettled = false;
            return;
        }
        boolean executed = wasExecuted(intent);
        unsettled = false;
        session.listener().on(new RunEvent.Uncertain(step.revision().id(), intent.label(), executed));
        if (!executed && intent.statement() == 0) {
            progress = progress.withIntent(null);
            return;
        }
        Task task = new Task(
                intent.path(), intent.label(), intent.tables(), intent.knowable(), intent.hashes(), intent.undo());
        List<Statement> left = executed ? intent.rest().stream().skip(1).toList() : intent.rest();
        run(task, left, intent.statement() + (executed ? 1 : 0));
        session.live().forget();
    }

    private boolean wasExecuted(Progress.Intent intent) throws SQLException {
        if (!intent.rest().isEmpty() && intent.rest().get(0).placement() == Placement.INSIDE) {
            // It would have been committed with its position.
            return false;
        }
        if (!intent.knowable()) {
            throw Problem.of(
                            ErrorCode.UNCERTAIN_STATEMENT,
                            "Nobody can know whether '" + intent.label() + "' was executed")
                    .why("The run stopped while it was running, and it leaves no trace in the catalogue.")
                    .todo("Look at the data, then say it once:\nlimbeck upgrade --resolve "
                            + step.revision().id() + "#" + intent.path() + "=done --reason \"...\"   (or  =again )")
                    .exception();
        }
        return !fingerprints.of(intent.tables()).equals(intent.fingerprint());
    }

    // ---- statements

    private void execute(Task task, List<Statement> group) throws SQLException {
        String comment = "/* limbeck " + shortId() + "#" + task.path() + " */ ";
        for (Statement statement : group) {
            guard();
            session.listener().on(new RunEvent.Executing(step.revision().id(), task.path(), statement.sql()));
            long start = System.nanoTime();
            try (java.sql.Statement jdbc = session.connection().createStatement()) {
                jdbc.setEscapeProcessing(false);
                jdbc.execute(comment + statement.sql());
            }
            statements++;
            session.live().executed(statement.sql());
            long micros = (System.nanoTime() - start) / 1_000;
            session.listener().on(new RunEvent.Executed(step.revision().id(), task.path(), statement.sql(), micros));
        }
    }

    private String shortId() {
        String id = step.revision().id();
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < Math.min(12, id.length()); i++) {
            safe.append(Character.isLetterOrDigit(id.charAt(i)) ? id.charAt(i) : '_');
        }
        return safe.toString();
    }

    /** Nothing is executed without the lock, or after somebody asked to stop. */
    void guard() {
        if (session.lock() != null && !session.lock().held()) {
            throw Problem.of(ErrorCode.LOCK_LOST, "The lock is no longer held; nothing more is executed")
                    .todo("Look who works on the database (limbeck lock), then run the command again.")
                    .exception();
        }
        if (session.cancelled().now()) {
            throw Problem.of(ErrorCode.INTERRUPTED, "Interrupted; the database is consistent")
                    .todo("Run the command again to go on.")
                    .exception();
        }
    }

    // ---- transaction and row

    /** Makes sure that a transaction is open. */
    void begin() throws SQLException {
        if (!inTransaction) {
            if (session.mode() == TransactionMode.REVISION) {
                session.connection().setAutoCommit(false);
            }
            inTransaction = true;
            atBegin = progress;
        }
    }

    private void commit() throws SQLException {
        if (session.mode() == TransactionMode.REVISION) {
            session.connection().commit();
            session.connection().setAutoCommit(true);
            inTransaction = false;
        }
    }

    /** Writes the row as it is now. */
    private void save() throws SQLException {
        write(row(state, progress), progress);
    }

    private void write(JournalRow row, Progress details) throws SQLException {
        if (rowExists) {
            session.journal().update(session.connection(), session.lock(), row, details);
        } else {
            session.journal().insert(session.connection(), session.lock(), row, details);
        }
        rowExists = true;
    }

    private JournalRow row(RowState now, @Nullable Progress position) {
        return JournalRows.of(
                step.revision(),
                now,
                position,
                sourceHash,
                checksum,
                session.dialect().name(),
                session.journal().who(),
                millis(),
                session.tag());
    }

    /** The revision is applied: its row says so, and the transaction ends. */
    void finishApplied() throws SQLException {
        Progress left = progress.finished(step.checksum().operations()).withParameters(progress.parameters());
        write(row(RowState.APPLIED, null), left);
        end();
    }

    /** The revision is gone: its row goes with it, and an event keeps a copy. */
    void finishRemoved(String event) throws SQLException {
        if (rowExists) {
            begin();
            session.journal().event(session.connection(), event, step.revision().id(), null, null);
            session.journal()
                    .delete(
                            session.connection(),
                            session.lock(),
                            step.revision().id());
        }
        end();
    }

    private void end() throws SQLException {
        if (inTransaction) {
            commit();
        }
    }

    // ---- failure

    /**
     * Takes back what is not committed and writes down where the revision stands.
     *
     * @return whether nothing of the revision stays
     */
    boolean abandon(Exception failure) {
        Connection connection = session.connection();
        if (session.mode() != TransactionMode.REVISION) {
            return true;
        }
        List<Exception> more = new ArrayList<>();
        boolean rolledBack = inTransaction;
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            more.add(e);
        }
        if (rolledBack) {
            progress = atBegin;
            inTransaction = false;
        }
        if (more.isEmpty() && !unsettled && !lost(failure)) {
            try {
                settleRow();
            } catch (SQLException | RuntimeException e) {
                more.add(e);
            }
        }
        more.forEach(failure::addSuppressed);
        return progress.done() == null && progress.intent() == null && !progress.backingOut();
    }

    private boolean lost(Exception failure) {
        return failure instanceof SQLException sql
                && session.dialect().failure(sql) == org.limbeck.dialect.Failure.CONNECTION_LOST;
    }

    /** A statement that failed was not executed: its intent goes, and so does a row that holds nothing else. */
    private void settleRow() throws SQLException {
        boolean first = progress.intent() != null && progress.intent().statement() == 0;
        if (first) {
            progress = progress.withIntent(null);
        }
        boolean nothing = state == RowState.UPGRADING
                && progress.done() == null
                && progress.intent() == null
                && !progress.backingOut();
        boolean exists = rowIsThere();
        if (exists && nothing) {
            session.journal()
                    .delete(
                            session.connection(),
                            session.lock(),
                            step.revision().id());
        } else if (exists && !nothing) {
            session.journal().update(session.connection(), session.lock(), row(state, progress), progress);
        }
    }

    private boolean rowIsThere() throws SQLException {
        return session.journal().read(session.connection()).orElse(List.of()).stream()
                .anyMatch(r -> r.id().equals(step.revision().id()));
    }
}
