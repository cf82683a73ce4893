package org.limbeck.config;

import java.time.Duration;

/**
 * What an application does about a database when it starts. Immutable.
 *
 * @param policy whether it upgrades, checks, warns or does nothing
 * @param ahead what it does when the database is newer than the application
 * @param patience how long it tries again to reach a database that does not answer
 */
public record AtStart(Policy policy, Ahead ahead, Duration patience) {

    /** Upgrade; refuse to start on a newer database; try for ten seconds to reach it. */
    public static final AtStart USUAL = new AtStart(Policy.MIGRATE, Ahead.REFUSE, Duration.ofSeconds(10));

    /** What is done about a database that is not up to date. */
    public enum Policy {
        /** It is upgraded. */
        MIGRATE,
        /** The application does not start. */
        CHECK,
        /** The application starts, with a warning. */
        WARN,
        /** Nothing; it is not even connected to. */
        OFF
    }

    /** What is done when a database is newer than the application. It is never upgraded then. */
    public enum Ahead {
        /** The application does not start. */
        REFUSE,
        /** The application starts, with a warning: for roll-outs in which old and new instances run side by side. */
        WARN
    }

    public AtStart with(Policy other) {
        return new AtStart(other, ahead, patience);
    }

    public AtStart with(Ahead other) {
        return new AtStart(policy, other, patience);
    }

    public AtStart withPatience(Duration other) {
        return new AtStart(policy, ahead, other);
    }
}
