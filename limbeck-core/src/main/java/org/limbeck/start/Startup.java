package org.limbeck.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.limbeck.Limbeck;
import org.limbeck.command.RunResult;
import org.limbeck.command.Status;
import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Policy;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/**
 * Brings the databases of an application up to date when it starts, or checks that they are, as their settings say.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     Startup.of(agent, ops).runOrExit();
 *     ...
 * }
 * }</pre>
 *
 * <p>All databases are looked at before any is upgraded; one that is refused stops the start before anything is changed.
 * The variables {@code MIGRATION_ENABLED} and {@code MODE} of the environment are honoured (see {@link StartMode}).
 * Immutable and thread-safe.
 */
public final class Startup {
    private final List<Limbeck> databases;
    private final StartMode mode;
    private final Surroundings surroundings;

    /** What a start needs of its process; others in tests. */
    record Surroundings(Clock clock, IntConsumer exit, Logger log) {
        static final Surroundings REAL =
                new Surroundings(Clock.REAL, System::exit, LoggerFactory.getLogger(Startup.class));
    }

    Startup(List<Limbeck> databases, StartMode mode, Surroundings surroundings) {
        this.databases = List.copyOf(databases);
        this.mode = mode;
        this.surroundings = surroundings;
    }

    /** A start of these databases, in this order. */
    public static Startup of(Limbeck... databases) {
        return of(List.of(databases));
    }

    /**
     * A start of these databases, in this order.
     *
     * @throws LimbeckException INVALID_SETTINGS for a variable of the environment that is not understood
     */
    public static Startup of(List<Limbeck> databases) {
        return new Startup(databases, StartMode.of(System.getenv()), Surroundings.REAL);
    }

    /** The same with other variables than those of the process. */
    public Startup environment(Map<String, String> variables) {
        return new Startup(databases, StartMode.of(variables), surroundings);
    }

    /** What the environment says. */
    public StartMode mode() {
        return mode;
    }

    /**
     * Does what the policies say.
     *
     * @return what happened, in the order of the databases
     * @throws LimbeckException with the reasons of all databases that are refused, or of the first upgrade that failed;
     *     its {@code code().exitCode()} is what the process should end with
     */
    public List<Outcome> run() {
        List<Found> all = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Limbeck limbeck : databases) {
            try {
                Found found = found(limbeck);
                all.add(found);
                problems.addAll(found.refusals());
            } catch (LimbeckException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        return all.stream().map(Found::act).toList();
    }

    /**
     * The same for a {@code main} method: a failure is logged in a few lines and ends the process with its exit code.
     * With {@code MODE=migration} the process also ends after success.
     */
    public void runOrExit() {
        try {
            run();
        } catch (LimbeckException e) {
            StartLog.fatal(surroundings.log(), e);
            surroundings.exit().accept(e.code().exitCode());
            return;
        }
        if (mode.oneShot()) {
            surroundings.exit().accept(0);
        }
    }

    private Found found(Limbeck limbeck) {
        AtStart atStart = mode.applied(limbeck.settings().atStart());
        StartLog log = new StartLog(surroundings.log(), limbeck.settings().name());
        if (atStart.policy() == Policy.OFF) {
            return new Found(limbeck, atStart, log, null, Decision.NOTHING);
        }
        try {
            Status status = new Look(limbeck, atStart, log, surroundings.clock()).look();
            return new Found(limbeck, atStart, log, status, Decision.of(atStart, StateText.stateOf(status)));
        } catch (LimbeckException e) {
            if (atStart.policy() != Policy.WARN) {
                throw e;
            }
            log.notLookedAt(e);
            return new Found(limbeck, atStart, log, null, Decision.WARN);
        }
    }

    /** A database that was looked at, and what is to be done. */
    private record Found(
            Limbeck limbeck,
            AtStart atStart,
            StartLog log,
            @Nullable Status status,
            Decision decision) {

        List<Problem> refusals() {
            return decision == Decision.REFUSE && status != null ? List.of(new StateText(status).refusal()) : List.of();
        }

        Outcome act() {
            List<String> applied = List.of();
            if (status == null) {
                log.off();
            } else {
                applied = switch (decision) {
                    case UPGRADE -> upgrade(status);
                    case WARN -> warn(status);
                    case NOTHING, REFUSE -> nothing(status);
                };
            }
            return new Outcome(limbeck.settings().name(), decision, status, applied);
        }

        private List<String> upgrade(Status before) {
            long start = System.nanoTime();
            RunResult result = limbeck.heardBy(log).upgrade();
            log.upgraded(before, result, (System.nanoTime() - start) / 1_000_000);
            return result.moves().stream().map(move -> move.revision()).toList();
        }

        private List<String> warn(Status seen) {
            log.mismatch(seen);
            return List.of();
        }

        /** A changed script is compared by what it means, which only a run does; it finds nothing else to do. */
        private List<String> nothing(Status seen) {
            if (!seen.changed().isEmpty() && atStart.policy() == Policy.MIGRATE) {
                limbeck.heardBy(log).upgrade();
            } else if (!seen.changed().isEmpty()) {
                log.changed(seen.changed());
            }
            log.upToDate(seen);
            return List.of();
        }
    }
}
