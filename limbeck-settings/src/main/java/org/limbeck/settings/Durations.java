package org.limbeck.settings;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** Lengths of time as people write them: {@code 30s}, {@code 5m}, {@code 500ms}, {@code 1h}. */
final class Durations {
    private Durations() {}

    /** The length, or null if the text is none. */
    static @Nullable Duration parse(String text) {
        int unit = 0;
        while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
            unit++;
        }
        if (unit == 0 || unit > 9) {
            return null;
        }
        long number = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit).strip()) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> null;
        };
    }

    /** The shortest way to write a length. */
    static String text(Duration length) {
        long millis = length.toMillis();
        if (millis % 1000 != 0 || millis == 0) {
            return millis == 0 ? "0s" : millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }
}
