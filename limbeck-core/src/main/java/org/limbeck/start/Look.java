package org.limbeck.start;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.limbeck.Limbeck;
import org.limbeck.command.Status;
import org.limbeck.command.Status.State;
import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Policy;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;

/** Looks how a database stands; again where it does not answer, or where somebody works on it. */
final class Look {
    private static final long SHORTEST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 5_000;

    /** What passes by itself. */
    private static final Set<ErrorCode> PASSING =
            EnumSet.of(ErrorCode.NOT_REACHABLE, ErrorCode.CONNECTION_LOST, ErrorCode.LOCK_TIMEOUT);

    private static final Set<State> UNDER_WORK = EnumSet.of(State.BEHIND, State.UNVERSIONED_EMPTY, State.DIRTY);

    private final Limbeck limbeck;
    private final AtStart atStart;
    private final StartLog log;
    private final Clock clock;

    Look(Limbeck limbeck, AtStart atStart, StartLog log, Clock clock) {
        this.limbeck = limbeck;
        this.atStart = atStart;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Looks. One query where there is nothing to do.
     *
     * @throws LimbeckException if the database cannot be looked at
     */
    Status look() {
        Status status = reached();
        return atStart.policy() == Policy.CHECK ? settled(status) : status;
    }

    /** Nobody waits only to be warned. */
    private Status reached() {
        long end = clock.millis()
                + (atStart.policy() == Policy.WARN ? 0 : atStart.patience().toMillis());
        long pause = SHORTEST_PAUSE;
        while (true) {
            try {
                return limbeck.status();
            } catch (LimbeckException e) {
                long left = end - clock.millis();
                if (left <= 0 || !PASSING.contains(e.code())) {
                    throw e;
                }
                log.again(e, Math.min(pause, left));
                clock.pause(Math.min(pause, left));
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
        }
    }

    /** What is not up to date because another process migrates it just now will be. */
    private Status settled(Status seen) {
        Status status = seen;
        long end = clock.millis() + limbeck.settings().lockTimeout().toMillis();
        boolean told = false;
        boolean worked = UNDER_WORK.contains(status.state());
        while (worked) {
            Optional<String> holder = limbeck.lockHolder();
            if (holder.isPresent() && !told) {
                log.waiting(holder.get());
                told = true;
            }
            status = limbeck.status();
            worked = UNDER_WORK.contains(status.state()) && holder.isPresent() && clock.millis() < end;
            if (worked) {
                clock.pause(SHORTEST_PAUSE);
            }
        }
        return status;
    }
}
