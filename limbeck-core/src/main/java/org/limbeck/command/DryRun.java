package org.limbeck.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.StateView;
import org.limbeck.graph.Direction;
import org.limbeck.operation.Condition;
import org.limbeck.plan.Step;
import org.limbeck.state.LiveState;

/** Shows what a run would do on the live database; changes nothing. */
public final class DryRun {
    private final OpenDatabase database;
    private final Migrator migrator;

    public DryRun(OpenDatabase database, Migrator migrator) {
        this.database = database;
        this.migrator = migrator;
    }

    /** One revision of a plan and what it would execute. */
    public record Planned(Step step, List<Preview.Line> lines) {}

    public List<Planned> of(Direction direction, String target, RunOptions options) {
        List<Planned> planned = new ArrayList<>();
        StateView state = new LiveState(database.connection(), database.dialect());
        Preview preview = new Preview(database.dialect(), this::answer, options.resolutions());
        for (Step step : migrator.planned(direction, target, options)) {
            List<Preview.Line> lines = new ArrayList<>();
            state = preview.of(step, state, lines::add);
            planned.add(new Planned(step, lines));
        }
        return planned;
    }

    private boolean answer(Condition condition, StateView state) {
        if (condition instanceof Condition.TableExists c) {
            return (state.table(c.table()).isPresent() || state.view(c.table()).isPresent()) == c.present();
        }
        if (condition instanceof Condition.ColumnExists c) {
            return state.table(c.table()).flatMap(t -> t.column(c.column())).isPresent() == c.present();
        }
        if (condition instanceof Condition.IndexExists c) {
            return state.table(c.table()).flatMap(t -> t.index(c.index())).isPresent() == c.present();
        }
        if (condition instanceof Condition.ConstraintExists c) {
            return state.table(c.table())
                            .flatMap(t -> t.constraint(c.constraint()))
                            .isPresent()
                    == c.present();
        }
        if (condition instanceof Condition.ServerAtLeast c) {
            return database.dialect().server().atLeast(c.major(), c.minor());
        }
        return anyRow((Condition.AnyRow) condition);
    }

    /** Rows that an earlier step of the plan would make are not there yet; then the answer is no. */
    private boolean anyRow(Condition.AnyRow condition) {
        try (java.sql.Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(database.dialect().words(condition.query()))) {
            return rows.next();
        } catch (SQLException e) {
            return false;
        }
    }
}
