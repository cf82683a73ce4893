package org.limbeck.testkit.server.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * What this JVM could not test because an engine is missing. Every missing engine is told once, when first asked for,
 * and counted at the end of the run. Where all are required it is a failure. Thread-safe.
 */
public final class Outages {

    /** Those of this JVM: all engines are required with {@code CI=true} or {@code -Dlimbeck.test.require=all}. */
    public static final Outages OF_THIS_RUN =
            new Outages(allRequired(System.getProperty("limbeck.test.require", ""), System.getenv("CI")));

    private final boolean allRequired;
    private final Map<String, Outage> missing = new ConcurrentHashMap<>();

    Outages(boolean allRequired) {
        this.allRequired = allRequired;
    }

    private record Outage(String reason, AtomicInteger tests) {}

    static boolean allRequired(String require, @Nullable String ci) {
        return require.isEmpty() ? "true".equals(ci) : require.equals("all");
    }

    /** Counts one test that cannot run and gives the exception that ends it: aborted, or failed where all must run. */
    public RuntimeException missing(String kind, String reason) {
        if (allRequired) {
            return new IllegalStateException(kind + " is missing, and every database is required: " + reason);
        }
        Outage outage = missing.computeIfAbsent(kind, key -> {
            System.err.println("skipping the tests on " + kind + ": " + reason);
            return new Outage(reason, new AtomicInteger());
        });
        outage.tests().incrementAndGet();
        return new TestAbortedException(kind + ": " + reason);
    }

    /** One line for every missing engine: its kind, how many tests it would have run, and why it is missing. */
    public List<String> summary() {
        return missing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(String kind, Outage outage) {
        return "skipped: %s (%d tests): %s".formatted(kind, outage.tests().get(), outage.reason());
    }
}
