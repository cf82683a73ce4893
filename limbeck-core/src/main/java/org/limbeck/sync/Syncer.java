package org.limbeck.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.baseline.Ownership;
import org.limbeck.command.Databases;
import org.limbeck.command.Locking;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Comparison;
import org.limbeck.compare.Difference;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.journal.Journal;
import org.limbeck.journal.JournalTables;
import org.limbeck.journal.Who;
import org.limbeck.load.Scripts;
import org.limbeck.model.Model;
import org.limbeck.operation.Operation;
import org.limbeck.run.RunListener;
import org.limbeck.state.LiveState;

/**
 * Adds to a database without a history what a model has more. A database with a history gets revisions instead. Not
 * thread-safe.
 */
public final class Syncer {
    private static final String EVENT = "synced";

    private final DatabaseSettings settings;
    private final Scripts scripts;
    private final OpenDatabase database;
    private final Journal journal;
    private final RunListener listener;

    public Syncer(DatabaseSettings settings, Scripts scripts, OpenDatabase database, RunListener listener) {
        this.settings = settings;
        this.scripts = scripts;
        this.database = database;
        this.listener = listener;
        this.journal = new Journal(database.dialect(), JournalTables.of(settings.journal()), Who.me());
    }

    /**
     * What would be done; changes nothing.
     *
     * @throws org.limbeck.error.LimbeckException SYNC_REFUSED if there is a history
     */
    public SyncPlan plan(Model model, Allowed allowed) {
        requireUnversioned();
        try {
            return planned(model, allowed);
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    /**
     * Does it under the lock, from what there is then; in one transaction where the database can.
     *
     * @param reason kept in the journal; null for none
     * @throws org.limbeck.error.LimbeckException SYNC_REFUSED if there is a history, STATEMENT_FAILED
     */
    public SyncPlan apply(Model model, Allowed allowed, @Nullable String reason) {
        try (MigrationLock.Held held =
                Locking.acquire(database, journal, settings.lockTimeout(), listener, () -> false)) {
            requireUnversioned();
            SyncPlan plan = planned(model, allowed);
            if (!plan.groups().isEmpty()) {
                journal.createEvents(database.connection());
                run(plan, reason);
            }
            return plan;
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    private void requireUnversioned() {
        Status status = new StatusReader(settings, scripts, database).read(false);
        if (!status.rows().isEmpty()) {
            throw Problem.of(ErrorCode.SYNC_REFUSED, "Database '" + settings.name() + "' has a history")
                    .why("What is added beside its revisions would be missing in every other database.")
                    .todo("Write a revision:  limbeck revision --autogenerate -m \"...\"")
                    .exception();
        }
    }

    // ---- planning

    private SyncPlan planned(Model model, Allowed allowed) throws SQLException {
        Dialect dialect = database.dialect();
        CompareOptions options = CompareOptions.USUAL
                .withFilter(Ownership.filter(settings))
                .withTablesOnly(model.scope() == Model.Scope.TABLES);
        SchemaChanges all = Comparison.of(database, model.schema(), options);
        List<SyncPlan.Left> left = new ArrayList<>();
        Map<Difference, Boolean> done = new IdentityHashMap<>();
        for (Difference difference : all.differences()) {
            String reason = allowed.reason(difference, database.connection(), dialect);
            done.put(difference, reason == null);
            if (reason != null) {
                left.add(new SyncPlan.Left(difference, reason));
            }
        }
        SchemaChanges changes = all.only(difference -> Boolean.TRUE.equals(done.get(difference)));
        List<String> remarks = new ArrayList<>(model.remarks());
        remarks.addAll(all.remarks());
        return new SyncPlan(changes.differences(), left, groups(changes.upgrade()), remarks);
    }

    private List<StatementGroup> groups(List<Operation> operations) {
        return operations.isEmpty()
                ? List.of()
                : database.dialect()
                        .renderer()
                        .render(operations, new LiveState(database.connection(), database.dialect()));
    }

    // ---- doing

    private void run(SyncPlan plan, @Nullable String reason) throws SQLException {
        Connection connection = database.connection();
        List<String> sql = new ArrayList<>();
        try {
            for (StatementGroup group : plan.groups()) {
                group(group, sql);
            }
            journal.event(connection, EVENT, null, reason, String.join(";\n", sql));
            commit();
        } finally {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void group(StatementGroup group, List<String> done) throws SQLException {
        List<Statement> statements = group.statements();
        if (!statements.isEmpty() && statements.get(0).placement() == Placement.ISOLATED) {
            commit();
            database.dialect().isolated(database.connection(), () -> {
                for (Statement statement : statements) {
                    execute(statement.sql(), done);
                }
            });
            return;
        }
        for (Statement statement : statements) {
            boolean inside =
                    statement.placement() == Placement.INSIDE || statement.placement() == Placement.COMMIT_AFTER;
            if (inside) {
                database.connection().setAutoCommit(false);
            } else {
                commit();
            }
            execute(statement.sql(), done);
            if (statement.placement() == Placement.COMMIT_AFTER) {
                commit();
            }
        }
    }

    private void commit() throws SQLException {
        if (!database.connection().getAutoCommit()) {
            database.connection().commit();
            database.connection().setAutoCommit(true);
        }
    }

    private void execute(String sql, List<String> done) throws SQLException {
        try (java.sql.Statement statement = database.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            done.add(sql);
        } catch (SQLException e) {
            throw Problem.of(ErrorCode.STATEMENT_FAILED, "A statement of the sync fails: " + sql)
                    .why(String.valueOf(e.getMessage()).strip())
                    .todo("Correct the model or the rows, and run the same again: it goes on from what is there then.")
                    .exception(e);
        }
    }
}
