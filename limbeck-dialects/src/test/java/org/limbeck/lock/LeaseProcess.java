package org.limbeck.lock;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.dialect.h2.H2Provider;

/** A process that takes turns under the lease, or takes it and never lets go. */
public final class LeaseProcess {
    private LeaseProcess() {}

    /** The address; the number of turns, or 0 to hold for ever. */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        String url = arguments[0];
        int turns = Integer.parseInt(arguments[1]);
        LeaseLock lock = new LeaseLock(
                        Objects.requireNonNull(new H2Provider().offline("h2").leaseWords()))
                .withLease(Duration.ofSeconds(2));
        try (Connection work = DriverManager.getConnection(url, "sa", "")) {
            for (int turn = 0; turn < turns; turn++) {
                try (Held held = take(lock, work, url)) {
                    increment(work, String.valueOf(held.guard()));
                }
            }
            if (turns == 0) {
                Held held = take(lock, work, url);
                System.out.println("HELD " + ((Lease) held).token());
                Thread.sleep(Duration.ofMinutes(5).toMillis());
            }
        }
    }

    private static Held take(LeaseLock lock, Connection work, String url) throws SQLException, InterruptedException {
        String who = "process " + ProcessHandle.current().pid();
        while (true) {
            Optional<Held> held = lock.tryAcquire(
                    work,
                    new LockScope("limbeck_revision", url),
                    who,
                    () -> DriverManager.getConnection(url, "sa", ""));
            if (held.isPresent()) {
                return held.get();
            }
            Thread.sleep(5);
        }
    }

    /** Reads and writes apart, so that two at once would lose a turn. */
    private static void increment(Connection work, String guard) throws SQLException, InterruptedException {
        try (Statement statement = work.createStatement()) {
            int seen;
            try (ResultSet rows = statement.executeQuery("SELECT n FROM counter")) {
                rows.next();
                seen = rows.getInt(1);
            }
            Thread.sleep(2);
            statement.executeUpdate("UPDATE counter SET n = " + (seen + 1) + " WHERE " + guard);
        }
    }
}
