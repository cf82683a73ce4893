package org.limbeck.hibernate;

import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/** Keeps Hibernate's log silent where it goes to the JDK's, which prints on the terminal. */
final class Quiet {
    /** Held, for the JDK forgets the levels of loggers that nobody holds. */
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.jboss"));

    private Quiet() {}

    /** Does the work in silence, whatever the levels are; they are put back. */
    static <T> T during(Supplier<T> work) {
        return during(0, work);
    }

    private static <T> T during(int logger, Supplier<T> work) {
        if (logger == LOGGERS.size()) {
            return work.get();
        }
        @Nullable Level level = LOGGERS.get(logger).getLevel();
        LOGGERS.get(logger).setLevel(Level.OFF);
        try {
            return during(logger + 1, work);
        } finally {
            LOGGERS.get(logger).setLevel(level);
        }
    }
}
