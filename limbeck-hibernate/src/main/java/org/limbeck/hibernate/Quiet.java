package org.limbeck.hibernate;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/** Keeps Hibernate's log silent where it goes to the JDK's, which prints on the terminal. Not thread-safe. */
final class Quiet implements AutoCloseable {
    /** Held, for the JDK forgets the levels of loggers that nobody holds. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.jboss"));

    private final List<@Nullable Level> levels;

    @SuppressWarnings("NullAway") // A level may be null: inherited.
    private Quiet() {
        this.levels = LOGGERS.stream().map(Logger::getLevel).collect(java.util.stream.Collectors.toList());
    }

    static Quiet begin() {
        Quiet quiet = new Quiet();
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        return quiet;
    }

    @Override
    public void close() {
        for (int i = 0; i < LOGGERS.size(); i++) {
            LOGGERS.get(i).setLevel(levels.get(i));
        }
    }
}
