package org.limbeck.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Direction;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Route;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Progress;
import org.limbeck.journal.RowState;
import org.limbeck.journal.Who;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.Scripts;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepMaker;
import org.limbeck.run.BackOut;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;
import org.limbeck.run.Session;
import org.limbeck.run.StepRunner;
import org.limbeck.run.TransactionMode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.state.LiveState;

/**
 * Upgrades and downgrades one database. Whether there is anything to do is decided by one read without the lock; under the
 * lock everything is looked at again. Used for one run at a time.
 */
public final class Migrator {
    private final DatabaseSettings settings;
    private final Scripts scripts;
    private final OpenDatabase database;
    private final Journal journal;
    private final RunListener listener;
    private final Session.Cancelled cancelled;

    public Migrator(
            DatabaseSettings settings,
            Scripts scripts,
            OpenDatabase database,
            RunListener listener,
            Session.Cancelled cancelled) {
        this.settings = settings;
        this.scripts = scripts;
        this.database = database;
        this.journal = new Journal(database.dialect(), JournalTables.of(settings.journal()), Who.me());
        this.listener = listener;
        this.cancelled = cancelled;
    }

    /** Runs what the targets need and is not applied. */
    public RunResult upgrade(List<String> targets, RunOptions options) {
        return run(Direction.UP, navigator -> navigator.upgrade(targets.toArray(String[]::new)), options);
    }

    /** Takes down what stands on the target. */
    public RunResult downgrade(String target, RunOptions options) {
        return run(Direction.DOWN, navigator -> navigator.downgrade(target), options);
    }

    private RunResult run(Direction direction, Function<Navigator, Route> way, RunOptions options) {
        requireMode(options.mode());
        try {
            Situation situation = Situation.glance(scripts, database, journal);
            if (nothingToDo(situation, direction, way)) {
                if (!ChecksumCheck.suspects(situation).isEmpty()) {
                    database.prepare();
                    new ChecksumCheck(database, journal, listener)
                            .require(
                                    Situation.read(scripts, database, journal),
                                    settings.checksums(),
                                    options.parameters());
                }
                return new RunResult(List.of(), ids(situation.applied().heads()));
            }
            database.prepare();
            return options.mode() == TransactionMode.REHEARSAL
                    ? new Rehearsal(database).run(held -> locked(direction, way, options, held))
                    : underLock(direction, way, options);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void requireMode(TransactionMode mode) {
        if (mode == TransactionMode.ALL && !database.dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            throw Problem.of(
                            ErrorCode.TRANSACTION_MODE,
                            database.dialect().title() + " cannot run a whole upgrade in one transaction")
                    .why("It commits at every statement that changes the schema.")
                    .todo("Run without --one-transaction: a failed run goes on where it stopped, or is backed out.")
                    .exception();
        }
    }

    private boolean nothingToDo(Situation situation, Direction direction, Function<Navigator, Route> way) {
        return situation.dirty().isEmpty() && route(situation, direction, way).isEmpty();
    }

    private Route route(Situation situation, Direction direction, Function<Navigator, Route> way) {
        AppliedSet seen = direction == Direction.UP ? situation.applied() : situation.touched();
        Route route = way.apply(new Navigator(seen, settings.releases()));
        if (direction == Direction.UP) {
            Situation.requireNoGaps(situation.dirty().isEmpty() ? seen : situation.touched());
        }
        return route;
    }

    private RunResult underLock(Direction direction, Function<Navigator, Route> way, RunOptions options)
            throws SQLException {
        try (MigrationLock.Held held =
                Locking.acquire(database, journal, settings.lockTimeout(), listener, cancelled)) {
            return locked(direction, way, options, held);
        }
    }

    private RunResult locked(
            Direction direction, Function<Navigator, Route> way, RunOptions options, MigrationLock.@Nullable Held held)
            throws SQLException {
        boolean all = options.mode() == TransactionMode.ALL;
        if (all) {
            database.connection().setAutoCommit(false);
        }
        try {
            RunResult result = plannedAndRun(direction, way, options, held);
            if (all) {
                database.connection().commit();
            }
            return result;
        } finally {
            if (all && !database.connection().isClosed()) {
                database.connection().rollback();
                database.connection().setAutoCommit(true);
            }
        }
    }

    private RunResult plannedAndRun(
            Direction direction, Function<Navigator, Route> way, RunOptions options, MigrationLock.@Nullable Held held)
            throws SQLException {
        Situation situation = Situation.read(scripts, database, journal);
        Session session = session(options, held);
        situation = backOutOfOpposite(situation, direction, session, options);
        Route route = route(situation, direction, way);
        requireReached(situation, route);
        ChecksumCheck checksums = new ChecksumCheck(database, journal, listener);
        checksums.require(situation, settings.checksums(), options.parameters());
        List<Step> steps = steps(situation, route, options);
        requireReady(situation, steps, direction, options);
        if (!situation.versioned()) {
            journal.create(database.connection());
        }
        checksums.renew(held);
        listener.on(new RunEvent.Started(
                settings.name(),
                database.dialect().name(),
                database.dialect().title() + " " + database.dialect().server().version(),
                direction,
                ids(situation.applied().heads()),
                route.headsAfter(),
                steps.size()));
        long start = System.nanoTime();
        for (Step step : steps) {
            runStep(situation, step, session, options);
        }
        listener.on(new RunEvent.Finished(
                settings.name(), route.headsAfter(), steps.size(), (System.nanoTime() - start) / 1_000_000));
        return new RunResult(route.moves(), route.headsAfter());
    }

    private Session session(RunOptions options, MigrationLock.@Nullable Held held) {
        return new Session(
                database.connection(),
                database.dialect(),
                new LiveState(database.connection(), database.dialect()),
                journal,
                held,
                options.mode(),
                options.tag(),
                listener,
                cancelled);
    }

    // ---- half-done revisions

    /** A back-out that was begun is finished, and on the way up a half-done downgrade is taken back. */
    private Situation backOutOfOpposite(Situation situation, Direction direction, Session session, RunOptions options)
            throws SQLException {
        boolean any = false;
        for (JournalRow row : situation.dirty()) {
            Progress progress = journal.progress(database.connection(), row.id());
            boolean wrongWay = direction == Direction.UP && row.state() == RowState.DOWNGRADING;
            if (progress.backingOut() || wrongWay) {
                new BackOut(session, step(row, options), row, answered(row, progress, options)).run();
                any = true;
            }
        }
        return any ? Situation.read(scripts, database, journal) : situation;
    }

    private Step step(JournalRow row, RunOptions options) throws SQLException {
        Direction direction = row.state() == RowState.UPGRADING ? Direction.UP : Direction.DOWN;
        LoadedScript script = Objects.requireNonNull(
                scripts.load(List.of(row.id()), database.dialect()).get(row.id()));
        Progress progress = journal.progress(database.connection(), row.id());
        return new StepMaker(database.dialect(), options.parameters()).make(script, direction, progress.parameters());
    }

    /** What nobody could know is answered by the user, once. */
    private Progress answered(JournalRow row, Progress progress, RunOptions options) throws SQLException {
        Progress.Intent intent = progress.intent();
        Boolean answer = intent == null ? null : options.resolutions().get(row.id() + "#" + intent.path());
        if (intent == null || answer == null) {
            return progress;
        }
        if (options.reason() == null || options.reason().isBlank()) {
            throw Problem.of(ErrorCode.NEEDS_REASON, "--resolve needs a reason")
                    .todo("--reason \"how you know\"")
                    .exception();
        }
        journal.event(
                database.connection(),
                "resolved",
                row.id(),
                options.reason(),
                intent.path() + (answer ? " done" : " again"));
        return answer ? progress.withDone(intent.path(), intent.hashes(), intent.undo()) : progress.withIntent(null);
    }

    /** A half-done revision that the run does not reach would stay half done. */
    private static void requireReached(Situation situation, Route route) {
        List<String> reached = ids(route.steps());
        for (JournalRow row : situation.dirty()) {
            if (!reached.contains(row.id())) {
                situation.requireClean();
            }
        }
    }

    // ---- planning

    private List<Step> steps(Situation situation, Route route, RunOptions options) throws SQLException {
        List<RevisionNode> order = new ArrayList<>(route.steps());
        // What is half done is finished first: its own parents are there.
        List<String> dirty = situation.dirty().stream().map(JournalRow::id).toList();
        order.sort((a, b) -> Boolean.compare(dirty.contains(b.id()), dirty.contains(a.id())));
        Map<String, LoadedScript> loaded = scripts.load(ids(order), database.dialect());
        Map<String, Map<String, String>> stored = new HashMap<>();
        for (RevisionNode node : order) {
            boolean parameters = !scripts.header(node.id()).parameters().isEmpty();
            if (parameters && situation.row(node.id()).isPresent()) {
                stored.put(
                        node.id(),
                        journal.progress(database.connection(), node.id()).parameters());
            }
        }
        StepMaker maker = new StepMaker(database.dialect(), options.parameters());
        List<Step> steps = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (RevisionNode node : order) {
            try {
                steps.add(maker.make(
                        Objects.requireNonNull(loaded.get(node.id())),
                        route.direction(),
                        stored.getOrDefault(node.id(), Map.of())));
            } catch (LimbeckException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        return steps;
    }

    private void requireReady(Situation situation, List<Step> steps, Direction direction, RunOptions options)
            throws SQLException {
        for (Step step : steps) {
            if (direction == Direction.DOWN) {
                IrreversibleCheck.require(step);
            }
        }
        if (!situation.versioned()) {
            requireNoneThere(steps);
        }
        if (!options.allowDataLoss()) {
            DataLoss.refuse(new DataLoss(database).of(steps), direction);
        }
    }

    /** A database with tables but without history is not upgraded from the base: what the scripts create may be there. */
    private void requireNoneThere(List<Step> steps) throws SQLException {
        int tables = database.dialect().reflector().countTables(database.connection());
        if (tables == 0) {
            return;
        }
        for (Step step : steps) {
            for (PlanNode node : step.nodes()) {
                if (node instanceof PlanNode.Leaf leaf && leaf.operation() instanceof CreateTable create) {
                    requireMissing(create.table().name(), step, tables);
                } else if (node instanceof PlanNode.Leaf leaf && leaf.operation() instanceof ExecuteSql sql) {
                    for (QualifiedName name : RawSql.created(database.dialect().words(sql.sql()))) {
                        requireMissing(name, step, tables);
                    }
                }
            }
        }
    }

    private void requireMissing(QualifiedName table, Step step, int tables) throws SQLException {
        if (database.dialect().reflector().table(database.connection(), table).isPresent()) {
            throw Problem.of(
                            ErrorCode.UNVERSIONED_DATABASE,
                            "Database '" + settings.name() + "' has " + tables + (tables == 1 ? " table" : " tables")
                                    + ", but no history")
                    .why("Revision " + step.revision().id() + " creates table " + table + ", which is there already.")
                    .todo("Find the revision that it is at, and record it:  limbeck baseline")
                    .exception();
        }
    }

    // ---- running

    private void runStep(Situation situation, Step step, Session session, RunOptions options) throws SQLException {
        JournalRow row = situation.row(step.revision().id()).orElse(null);
        Progress progress = Progress.NONE;
        if (row != null && row.dirty()) {
            progress = answered(row, journal.progress(database.connection(), row.id()), options);
        }
        try {
            if (row != null && row.state() == RowState.UPGRADING && step.direction() == Direction.DOWN) {
                new BackOut(session, step, row, progress).run();
            } else {
                new StepRunner(session, step, row, progress).run();
            }
        } catch (LimbeckException e) {
            recordFailure(step, e, options);
            throw e;
        }
    }

    /** Kept besides, as far as the connection allows; the failure itself is what matters. */
    private void recordFailure(Step step, LimbeckException failure, RunOptions options) {
        try {
            if (options.mode() == TransactionMode.REVISION
                    && failure.code() != ErrorCode.CONNECTION_LOST
                    && database.connection().getAutoCommit()) {
                journal.event(
                        database.connection(),
                        "failed",
                        step.revision().id(),
                        failure.code().text() + " " + failure.problem().what(),
                        step.direction().word());
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private LimbeckException failed(SQLException e) {
        return Databases.failed(database.dialect(), settings, e);
    }

    private static List<String> ids(List<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).toList();
    }

    /** What would run, without running it: the steps in order, made for this database. */
    public List<Step> planned(Direction direction, String target, RunOptions options) {
        try {
            Situation situation = Situation.read(scripts, database, journal);
            Function<Navigator, Route> way = direction == Direction.UP
                    ? navigator -> navigator.upgrade(target)
                    : navigator -> navigator.downgrade(target);
            return steps(situation, route(situation, direction, way), options);
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
