package org.limbeck.testkit.server.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.opentest4j.TestAbortedException;

/**
 * What this JVM could not test because an engine is missing. Every missing engine is told once, when first asked for,
 * and counted at the end of the run. With {@code CI=true} or {@code -Dlimbeck.test.require=all} it is a failure.
 */
public final class Outages {

    private static final Map<String, Outage> MISSING = new ConcurrentHashMap<>();

    private Outages() {}

    private record Outage(String reason, AtomicInteger tests) {}

    /** Counts one test that cannot run and gives the exception that ends it: aborted, or failed where all must run. */
    public static RuntimeException missing(String kind, String reason) {
        if (isRequired()) {
            return new IllegalStateException(kind + " is missing, and every database is required: " + reason);
        }
        Outage outage = MISSING.computeIfAbsent(kind, key -> {
            System.err.println("skipping the tests on " + kind + ": " + reason);
            return new Outage(reason, new AtomicInteger());
        });
        outage.tests().incrementAndGet();
        return new TestAbortedException(kind + ": " + reason);
    }

    /** One line for every missing engine: its kind, how many tests it would have run, and why it is missing. */
    public static List<String> summary() {
        return MISSING.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "skipped: %s (%d tests): %s"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().tests().get(),
                                entry.getValue().reason()))
                .toList();
    }

    private static boolean isRequired() {
        String require = System.getProperty("limbeck.test.require", "");
        return require.equals("all") || (require.isEmpty() && "true".equals(System.getenv("CI")));
    }
}
