package org.limbeck.run;

import java.sql.Connection;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.journal.Journal;
import org.limbeck.state.LiveState;

/**
 * What a run works with.
 *
 * @param connection the work connection, which holds the lock
 * @param lock null in a rehearsal of nothing but one transaction
 * @param cancelled asked before each statement
 */
public record Session(
        Connection connection,
        Dialect dialect,
        LiveState live,
        Journal journal,
        MigrationLock.@Nullable Held lock,
        TransactionMode mode,
        @Nullable String tag,
        RunListener listener,
        Cancelled cancelled) {

    /** Whether somebody asked the run to stop. */
    @FunctionalInterface
    public interface Cancelled {
        boolean now();
    }
}
