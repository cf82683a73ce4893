package org.limbeck.cli.shell;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/** Times and durations in words, by hand: a formatter costs the start-up milliseconds. */
public final class Times {
    private static final int SECONDS = 19;
    private static final int DATE = 10;

    private Times() {}

    /** {@code 2026-11-20T09:31:02.123Z} as {@code 2026-11-20 09:31:02 UTC}. */
    public static String of(String iso) {
        return iso.length() < SECONDS ? iso : iso.substring(0, SECONDS).replace('T', ' ') + " UTC";
    }

    /** The date of a revision; empty if it is not known. */
    public static String date(@Nullable LocalDateTime time) {
        return time == null ? "" : time.toString().substring(0, DATE);
    }

    /** A time in UTC for programs, {@code 2026-11-20T09:31:00Z}; null if it is not known. */
    public static @Nullable String iso(@Nullable LocalDateTime time) {
        if (time == null) {
            return null;
        }
        // The JDK leaves out seconds that are zero.
        String text = time.withNano(0).toString();
        return (text.length() < SECONDS ? text + ":00" : text) + "Z";
    }

    /** {@code 12 ms}, {@code 1.8 s}, {@code 2 min 5 s}. */
    public static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
        }
        return millis / 60_000 + " min " + millis % 60_000 / 1_000 + " s";
    }
}
