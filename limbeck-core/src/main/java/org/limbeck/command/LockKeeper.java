package org.limbeck.command;

import java.sql.SQLException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Who;

/** Shows and frees the lock. */
public final class LockKeeper {
    private final DatabaseSettings settings;
    private final OpenDatabase database;
    private final Journal journal;

    public LockKeeper(DatabaseSettings settings, OpenDatabase database) {
        this.settings = settings;
        this.database = database;
        this.journal = new Journal(database.dialect(), JournalTables.of(settings.journal()), Who.me());
    }

    /** Who holds the lock, if anybody. */
    public Optional<String> holder() {
        try {
            return database.dialect().lock().holder(database.connection(), Locking.scope(database, journal));
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    /**
     * Takes the lock from its holder.
     *
     * @return whether it is free now
     * @throws org.limbeck.error.LimbeckException NEEDS_REASON without a reason
     */
    public boolean release(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.of(ErrorCode.NEEDS_REASON, "Taking the lock from its holder needs a reason")
                    .todo("--reason \"why its holder will not come back\"")
                    .exception();
        }
        try {
            boolean free =
                    database.dialect().lock().forceRelease(database.connection(), Locking.scope(database, journal));
            if (free && journal.read(database.connection()).isPresent()) {
                // Its holder may have died between the journal's tables.
                journal.create(database.connection());
                journal.event(database.connection(), "unlocked", null, reason, null);
            }
            return free;
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }
}
