package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Lets one migrator at a time work on a history. Never waits: who waits asks again. */
public interface MigrationLock {

    /**
     * Takes the lock if it is free.
     *
     * @param work the connection that will do the work, outside a transaction
     * @param scope which history: server database and journal schema are part of it
     * @param holder who asks, for others to see
     */
    Optional<Held> tryAcquire(Connection work, LockScope scope, String holder) throws SQLException;

    /**
     * Takes the lock if it is free, and may keep it alive by a connection of its own.
     *
     * @param others opens such a connection; a lock that lives with the work connection needs none
     */
    default Optional<Held> tryAcquire(Connection work, LockScope scope, String holder, ConnectionSource others)
            throws SQLException {
        return tryAcquire(work, scope, holder);
    }

    /** Who holds the lock, in words for people (who, host, since, running what), as far as that can be known. */
    Optional<String> holder(Connection connection, LockScope scope) throws SQLException;

    /** Takes the lock away from its holder, where that can be done without ending a session that still works. */
    boolean forceRelease(Connection connection, LockScope scope) throws SQLException;

    /**
     * What a lock is for.
     *
     * @param journal the qualified name of the journal table
     * @param url the JDBC address, without user and password
     */
    record LockScope(String journal, String url) {}

    /** A lock that is held. */
    interface Held extends AutoCloseable {

        /** An SQL condition that is true as long as the lock is held, for journal writes; null where none is needed. */
        @Nullable
        String guard();

        /** Whether the lock is still held; asked before each statement, so it costs no query. */
        boolean held();

        /** Gives the lock back; harmless when it is lost already. */
        @Override
        void close() throws SQLException;
    }
}
