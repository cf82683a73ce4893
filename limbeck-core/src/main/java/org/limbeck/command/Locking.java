package org.limbeck.command;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.journal.Journal;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;
import org.limbeck.run.Session;

/** Takes the lock, and waits for it by asking again and again: who blocks in the server would stop others' work. */
public final class Locking {
    private static final long SHORTEST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1_000;

    private Locking() {}

    static LockScope scope(OpenDatabase database, Journal journal) {
        return new LockScope(journal.tables().revision().toString(), database.url());
    }

    /**
     * Takes the lock of a database.
     *
     * @param atMost how long to wait
     * @throws org.limbeck.error.LimbeckException LOCK_TIMEOUT if it is not free in time
     */
    public static MigrationLock.Held acquire(
            OpenDatabase database, Journal journal, Duration atMost, RunListener listener, Session.Cancelled cancelled)
            throws SQLException {
        MigrationLock lock = database.dialect().lock();
        LockScope scope = scope(database, journal);
        String me = journal.who().text();
        long start = System.nanoTime();
        long pause = SHORTEST_PAUSE;
        String told = null;
        while (true) {
            Optional<MigrationLock.Held> held = lock.tryAcquire(database.connection(), scope, me, database.others());
            if (held.isPresent()) {
                return held.get();
            }
            long waited = (System.nanoTime() - start) / 1_000_000;
            String holder = lock.holder(database.connection(), scope).orElse(null);
            if (waited >= atMost.toMillis()) {
                throw Problem.of(
                                ErrorCode.LOCK_TIMEOUT,
                                "Another migrator works on this database; waited " + waited + " ms")
                        .why(holder == null ? "Who it is cannot be seen." : "It is " + holder + ".")
                        .todo("Wait for it, or look with  limbeck lock")
                        .exception();
            }
            if (told == null || (holder != null && !holder.equals(told))) {
                told = holder == null ? "" : holder;
                listener.on(new RunEvent.Waiting(holder, waited));
            }
            sleep(Math.min(pause, Math.max(1, atMost.toMillis() - waited)), cancelled);
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    private static void sleep(long millis, Session.Cancelled cancelled) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
        if (cancelled.now()) {
            throw interrupted();
        }
    }

    private static RuntimeException interrupted() {
        return Problem.of(ErrorCode.INTERRUPTED, "Interrupted while waiting; nothing was done")
                .exception();
    }
}
