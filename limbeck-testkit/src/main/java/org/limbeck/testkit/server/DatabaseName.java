package org.limbeck.testkit.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for test databases: unique, and telling the hour of their creation so that forgotten ones can be found. */
final class DatabaseName {

    private static final Pattern OURS = Pattern.compile("limbeck_test_(\\d+)_[0-9a-f]{12}");
    private static final long FORGOTTEN_AFTER_HOURS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DatabaseName() {}

    static String next() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return "limbeck_test_" + hour() + "_" + HexFormat.of().formatHex(bytes);
    }

    static boolean isForgotten(String name) {
        Matcher ours = OURS.matcher(name);
        return ours.matches() && Long.parseLong(ours.group(1)) < hour() - FORGOTTEN_AFTER_HOURS;
    }

    private static long hour() {
        return TimeUnit.MILLISECONDS.toHours(System.currentTimeMillis());
    }
}
