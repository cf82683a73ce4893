package org.limbeck.bench.flyway;

import java.util.Arrays;

import org.flywaydb.core.Flyway;

/** Flyway as a program of its own, with no more around it than is needed. */
public final class FlywayMain {
    private FlywayMain() {}

    /** @param words {@code info}, {@code migrate} or {@code warm}, address, user, password, folder */
    public static void main(String[] words) {
        Flyway flyway = Flyway.configure()
                .dataSource(words[1], words[2], words[3])
                .locations("filesystem:" + words[4])
                .load();
        switch (words[0]) {
            case "info" -> System.out.println(flyway.info().all().length);
            case "migrate" -> System.out.println(flyway.migrate().migrationsExecuted);
            default -> warm(flyway);
        }
    }

    /** Prints the median of the last half of the calls, in microseconds. */
    private static void warm(Flyway flyway) {
        long[] times = new long[20];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            flyway.migrate();
            times[i] = System.nanoTime() - start;
        }
        long[] last = Arrays.copyOfRange(times, times.length / 2, times.length);
        Arrays.sort(last);
        System.out.println("warm " + last[last.length / 2] / 1000);
    }
}
