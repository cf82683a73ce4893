package org.limbeck.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.limbeck.dialect.ConnectionSource;
import org.limbeck.dialect.MigrationLock.Held;

/** A lease that is held. Asked and closed by the working thread, renewed by another one. */
final class Lease implements Held {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final LeaseTable table;
    private final Connection work;
    private final @Nullable ConnectionSource others;
    private final String owner;
    private final long token;
    private final Duration length;
    private final LongSupplier nanos;
    private volatile long renewed;
    private volatile boolean lost;
    private Runnable stop = () -> {};
    private @Nullable Connection own;

    /** @param renewed when the last renewal was sent, by {@code nanos}: it counts from then, not from the answer */
    Lease(
            LeaseTable table,
            Connection work,
            @Nullable ConnectionSource others,
            String owner,
            long token,
            Duration length,
            LongSupplier nanos,
            long renewed) {
        this.table = table;
        this.work = work;
        this.others = others;
        this.owner = owner;
        this.token = token;
        this.length = length;
        this.nanos = nanos;
        this.renewed = renewed;
    }

    /** The number of this lease; each later one of the same history has a higher one. */
    long token() {
        return token;
    }

    void keepAlive(Heart heart) {
        stop = heart.start(this::beat, length.dividedBy(4));
    }

    @Override
    public String guard() {
        return table.guard(owner, token);
    }

    /** A tenth of the lease is kept for the statement that follows, and for clocks that run at another speed. */
    @Override
    public boolean held() {
        return !lost && nanos.getAsLong() - renewed < length.toNanos() - length.toNanos() / 10;
    }

    /** Renews the lease once; when the database does not answer, the next beat tries again. */
    void beat() {
        if (lost) {
            return;
        }
        long sent = nanos.getAsLong();
        try {
            if (table.renew(own(), owner, token, length)) {
                renewed = sent;
            } else {
                lost = true;
            }
        } catch (SQLException e) {
            LOG.warn("The lease could not be renewed: {}", e.getMessage());
            closeOwn();
        }
    }

    private synchronized Connection own() throws SQLException {
        if (own == null) {
            if (others == null) {
                throw new SQLException("there is no second connection to renew the lease by");
            }
            own = others.open();
        }
        return own;
    }

    private synchronized void closeOwn() {
        try (Connection closing = own) {
            own = null;
            LOG.trace("closing {}", closing);
        } catch (SQLException e) {
            LOG.debug("The connection of the lease could not be closed: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws SQLException {
        stop.run();
        boolean given = lost;
        lost = true;
        closeOwn();
        if (given) {
            return;
        }
        if (others != null && work.isClosed()) {
            try (Connection fresh = others.open()) {
                table.release(fresh, owner, token);
            }
        } else if (!work.isClosed()) {
            releaseOnWork();
        }
    }

    /** What is still open there is nobody's to commit. */
    private void releaseOnWork() throws SQLException {
        if (!work.getAutoCommit()) {
            work.rollback();
        }
        table.release(work, owner, token);
    }
}
