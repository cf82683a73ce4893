package org.limbeck.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.Operation;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;
import org.limbeck.schema.Generation;
import org.limbeck.state.LiveState;

/** Counts, before anything is run, the rows that a run would lose. */
final class DataLoss {
    private final OpenDatabase database;

    DataLoss(OpenDatabase database) {
        this.database = database;
    }

    /**
     * One loss.
     *
     * @param rows how many rows lose something; -1 if that cannot be counted
     */
    record Loss(
            String revision,
            String what,
            long rows,
            @Nullable Place place) {
        String text() {
            String count = rows < 0
                    ? "rows cannot be counted"
                    : rows == 1 ? "1 row holds a value there" : rows + " rows hold a value there";
            return revision + ": " + what + ", " + count;
        }
    }

    /** What steps would lose. On the way up a script may say that it knows, by {@code lossy} or a check before the drop. */
    List<Loss> of(List<Step> steps) throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Step step : steps) {
            // On the way up an SQL script, which may be of any size, says for itself what it drops.
            if (step.direction() == Direction.DOWN || step.nodes() instanceof List<PlanNode>) {
                Consent consent = new Consent(step.direction() == Direction.UP);
                collect(step, step.nodes(), consent, losses);
            }
        }
        return losses;
    }

    private static final class Consent {
        final boolean possible;
        boolean given;

        Consent(boolean possible) {
            this.possible = possible;
        }
    }

    private void collect(Step step, Iterable<PlanNode> nodes, Consent consent, List<Loss> losses) throws SQLException {
        for (PlanNode node : nodes) {
            if (node instanceof PlanNode.Choice choice) {
                collect(step, choice.then(), consent, losses);
                collect(step, choice.otherwise(), consent, losses);
            } else {
                Operation operation = ((PlanNode.Leaf) node).operation();
                consent.given |= consent.possible && (operation instanceof Lossy || operation instanceof CheckData);
                String query = consent.given ? null : query(operation);
                long rows = query == null ? 0 : count(query);
                if (rows != 0) {
                    losses.add(new Loss(step.revision().id(), operation.describe(), rows, node.place()));
                }
            }
        }
    }

    private @Nullable String query(Operation operation) {
        Dialect dialect = database.dialect();
        if (operation instanceof DropTable drop) {
            return "SELECT COUNT(*) FROM " + Names.qualified(dialect, drop.name());
        }
        if (operation instanceof DropColumn drop) {
            return isComputed(drop)
                    ? null
                    : "SELECT COUNT(" + dialect.identifier(drop.column()) + ") FROM "
                            + Names.qualified(dialect, drop.table());
        }
        if (operation instanceof ExecuteSql sql) {
            return RawSql.countOfDropped(dialect.words(sql.sql()));
        }
        return operation instanceof Lossy lossy && lossy.count() != null ? dialect.words(lossy.count()) : null;
    }

    /** Values that are computed from others can be computed again. */
    private boolean isComputed(DropColumn drop) {
        return new LiveState(database.connection(), database.dialect())
                .table(drop.table())
                .flatMap(table -> table.column(drop.column()))
                .filter(column -> column.generation() instanceof Generation.Computed)
                .isPresent();
    }

    /** What is not there yet (an earlier step of the run makes it) holds no rows. */
    private long count(String query) throws SQLException {
        try (java.sql.Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            return switch (database.dialect().failure(e)) {
                case CONNECTION_LOST -> throw e;
                default -> 0;
            };
        }
    }

    /** @throws org.limbeck.error.LimbeckException DATA_LOSS if there is any */
    static void refuse(List<Loss> losses, Direction direction) {
        if (losses.isEmpty()) {
            return;
        }
        Problem problem = Problem.of(ErrorCode.DATA_LOSS, "Refused: this loses data")
                .at(losses.get(0).place());
        for (Loss loss : losses.subList(0, Math.min(5, losses.size()))) {
            problem = problem.why(loss.text());
        }
        if (losses.size() > 5) {
            problem = problem.why("... and " + (losses.size() - 5) + " more");
        }
        problem = problem.todo("Back the data up, then accept the loss with  --allow-data-loss");
        if (direction == Direction.UP) {
            problem = problem.todo("Or say in the script that it is meant:  op.lossy(\"why\")");
        }
        throw problem.exception();
    }
}
