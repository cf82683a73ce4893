package org.limbeck.command;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Runs everything in one transaction and takes it back. */
final class Rehearsal {
    private final OpenDatabase database;

    Rehearsal(OpenDatabase database) {
        this.database = database;
    }

    interface Work {
        RunResult run(MigrationLock.@Nullable Held held) throws SQLException;
    }

    /** Thrown to roll back; never leaves this class. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RunResult result;

        Over(RunResult result) {
            super("rehearsed", null, false, false);
            this.result = result;
        }
    }

    RunResult run(Work work) throws SQLException {
        if (!database.dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            throw Problem.of(
                            ErrorCode.TRANSACTION_MODE,
                            database.dialect().title() + " cannot take DDL back, so nothing can be rehearsed")
                    .todo("Look at  --dry-run  instead, or rehearse on a copy of the database.")
                    .exception();
        }
        try {
            database.dialect().isolated(database.connection(), () -> {
                throw new Over(work.run(null));
            });
        } catch (Over over) {
            return over.result;
        }
        throw new IllegalStateException("a rehearsal ends by its own exception");
    }
}
