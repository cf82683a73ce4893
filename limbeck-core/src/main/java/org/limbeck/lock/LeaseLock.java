package org.limbeck.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.ConnectionSource;
import org.limbeck.dialect.LeaseWords;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.lock.LeaseTable.Row;

/**
 * A lock for databases without session locks, and for connections behind a transaction pooler: a row with a holder, an
 * expiry and a token. Who holds it renews it from a connection of its own, also while a long statement runs. When the
 * holder dies the lease expires and the next one takes over with a higher token; a holder that was taken over finds
 * its token gone ({@link MigrationLock.Held#guard()}) or its renewal refused, and stops.
 *
 * <p>Expiry is by the server's clock, so clients need not agree on the time. A server clock that is set back would keep a
 * dead holder's lease alive; therefore a lease also ends when a waiter, by its own steady clock, has seen no renewal for
 * the whole length of the lease. Thread-safe.
 *
 * <p>What a lease cannot do: the statement of a client that died may still run in the server when the lease is over.
 */
public final class LeaseLock implements MigrationLock {
    /** How long a lease is valid without being renewed. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** How long a lease is valid that nobody can renew, for there is no second connection. */
    public static final Duration UNATTENDED = Duration.ofHours(1);

    private final LeaseWords words;
    private final Duration lease;
    private final Duration unattended;
    private final LongSupplier nanos;
    private final Heart heart;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(String owner, long beat, long nanos) {}

    public LeaseLock(LeaseWords words) {
        this(words, LEASE, UNATTENDED, System::nanoTime, Heart.THREAD);
    }

    /**
     * @param nanos a steady clock, in nanoseconds
     * @param heart beats regularly
     */
    LeaseLock(LeaseWords words, Duration lease, Duration unattended, LongSupplier nanos, Heart heart) {
        this.words = words;
        this.lease = lease;
        this.unattended = unattended;
        this.nanos = nanos;
        this.heart = heart;
    }

    /** The same lock with another length of its leases. */
    public LeaseLock withLease(Duration length) {
        return new LeaseLock(words, length, unattended, nanos, heart);
    }

    @Override
    public Optional<Held> tryAcquire(Connection work, LockScope scope, String holder) throws SQLException {
        return acquire(work, scope, holder, null);
    }

    @Override
    public Optional<Held> tryAcquire(Connection work, LockScope scope, String holder, ConnectionSource others)
            throws SQLException {
        return acquire(work, scope, holder, others);
    }

    private Optional<Held> acquire(Connection work, LockScope scope, String holder, @Nullable ConnectionSource others)
            throws SQLException {
        LeaseTable table = new LeaseTable(words, scope);
        Row row = table.row(work);
        Optional<Seen> dead = silent(table, row);
        String owner = UUID.randomUUID().toString();
        Duration length = others == null ? unattended : lease;
        long sent = nanos.getAsLong();
        if (!table.take(
                work,
                owner,
                holder,
                length,
                dead.map(Seen::owner),
                dead.map(Seen::beat).orElse(0L))) {
            return Optional.empty();
        }
        Optional<Long> token = table.token(work, owner);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        seen.remove(table.key());
        Lease held = new Lease(table, work, others, owner, token.get(), length, nanos, sent);
        if (others != null) {
            held.keepAlive(heart);
        }
        return Optional.of(held);
    }

    /** What a row showed when it was first seen as it is now, if that is longer ago than its lease is valid. */
    private Optional<Seen> silent(LeaseTable table, Row row) {
        String owner = row.owner();
        if (owner == null) {
            seen.remove(table.key());
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        Seen first = seen.merge(
                table.key(),
                new Seen(owner, row.beat(), now),
                (old, fresh) -> old.owner().equals(owner) && old.beat() == row.beat() ? old : fresh);
        return now - first.nanos() > Duration.ofMillis(row.leaseMillis()).toNanos()
                ? Optional.of(first)
                : Optional.empty();
    }

    @Override
    public Optional<String> holder(Connection connection, LockScope scope) throws SQLException {
        Optional<Row> row = new LeaseTable(words, scope).find(connection);
        return row.filter(r -> r.owner() != null).map(LeaseLock::describe);
    }

    private static String describe(Row row) {
        Instant since = Instant.ofEpochMilli(row.since()).truncatedTo(ChronoUnit.SECONDS);
        long left = Math.floorDiv(row.leftMillis(), 1000);
        return row.holder() + " since " + since + ", "
                + (left < 0
                        ? "silent: its lease is over for " + -left + " s"
                        : "its lease is valid for " + left + " s");
    }

    /** The holder stops before its next statement. */
    @Override
    public boolean forceRelease(Connection connection, LockScope scope) throws SQLException {
        LeaseTable table = new LeaseTable(words, scope);
        return table.find(connection).isPresent() && table.force(connection);
    }
}
