package org.limbeck.start;

import org.limbeck.command.Status.State;
import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Ahead;

/** What is done about a database at start. */
public enum Decision {
    /** Nothing needs to be done. */
    NOTHING,
    /** It is upgraded; what is half done is finished first. */
    UPGRADE,
    /** The application starts, with a warning. */
    WARN,
    /** The application does not start. */
    REFUSE;

    /** The whole table: pure. With policy {@code off} nobody looks at a database. */
    public static Decision of(AtStart atStart, State state) {
        return switch (atStart.policy()) {
            case MIGRATE -> migrating(atStart.ahead(), state);
            case CHECK -> checking(atStart.ahead(), state);
            case WARN -> state == State.UP_TO_DATE ? NOTHING : WARN;
            case OFF -> NOTHING;
        };
    }

    private static Decision migrating(Ahead ahead, State state) {
        return switch (state) {
            case UP_TO_DATE -> NOTHING;
            case BEHIND, UNVERSIONED_EMPTY, DIRTY -> UPGRADE;
            case AHEAD -> ahead(ahead);
            // What an upgrade would do to these is not known, or not wanted: a person decides.
            case DIVERGED, INCOMPLETE, UNVERSIONED_WITH_TABLES, SEVERAL_HEADS -> REFUSE;
        };
    }

    private static Decision checking(Ahead ahead, State state) {
        return switch (state) {
            case UP_TO_DATE -> NOTHING;
            case AHEAD -> ahead(ahead);
            default -> REFUSE;
        };
    }

    private static Decision ahead(Ahead ahead) {
        return ahead == Ahead.WARN ? WARN : REFUSE;
    }
}
