package org.limbeck.settings;

import java.util.Arrays;
import java.util.List;

/** The keys of a database, in the order in which they are shown. */
enum Key {
    URL("url"),
    USER("user"),
    PASSWORD("password"),
    KIND("kind"),
    PURPOSE("purpose"),
    SCRIPTS("scripts"),
    MODEL("model"),
    CLASS_PATH("class-path"),
    EXCLUDE("exclude"),
    EXCLUDE_KINDS("exclude-kinds"),
    EXCLUDE_FOREIGN_KEYS("exclude-foreign-keys"),
    RELEASES("releases"),
    JOURNAL("journal"),
    LOCK_TIMEOUT("lock-timeout"),
    CONNECT_RETRIES("connect-retries"),
    TRANSACTIONS("transactions"),
    CHECKSUMS("checksums"),
    MESSAGE_PATTERN("message-pattern"),
    FILE_NAME("file-name"),
    AFTER_WRITE("after-write"),
    AT_START("at-start"),
    WHEN_AHEAD("when-ahead"),
    START_WAIT("start-wait");

    /** The key of [defaults] that limits what a command without {@code -n} means. */
    static final String SELECT = "select";

    private final String text;

    Key(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Key::text).toList();
    }
}
