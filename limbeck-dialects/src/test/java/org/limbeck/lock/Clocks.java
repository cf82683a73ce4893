package org.limbeck.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.limbeck.dialect.LeaseWords;
import org.limbeck.testkit.server.TestDatabase;

/** A database whose clock is a table, a steady clock and hearts that stand still: time passes when a test says so. */
final class Clocks implements Heart {
    private final TestDatabase database;
    private final AtomicLong steady = new AtomicLong();
    private final List<Runnable> beats = new ArrayList<>();

    Clocks(TestDatabase database) throws SQLException {
        this.database = database;
        execute("CREATE TABLE wall_clock (millis BIGINT)");
        execute("INSERT INTO wall_clock VALUES (1000000)");
    }

    LeaseWords words() {
        return new LeaseWords(name -> '"' + name + '"', "(SELECT millis FROM wall_clock)", "");
    }

    LeaseLock lock(Duration lease) {
        return new LeaseLock(words(), lease, LeaseLock.UNATTENDED, steady::get, this);
    }

    @Override
    public Runnable start(Runnable beat, Duration every) {
        beats.add(beat);
        return () -> beats.remove(beat);
    }

    /** All hearts that still beat do so once. */
    void beat() {
        List.copyOf(beats).forEach(Runnable::run);
    }

    /** The heart that began last. */
    Runnable latest() {
        return beats.get(beats.size() - 1);
    }

    /** A process dies: its heart stops, whatever the others do. */
    void silence(Runnable beat) {
        beats.remove(beat);
    }

    int hearts() {
        return beats.size();
    }

    /** Time passes on both clocks. */
    void pass(Duration time) throws SQLException {
        set(time);
        steady.addAndGet(time.toNanos());
    }

    /** Somebody sets the server's clock; time does not pass. */
    void set(Duration by) throws SQLException {
        execute("UPDATE wall_clock SET millis = millis + " + by.toMillis());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
