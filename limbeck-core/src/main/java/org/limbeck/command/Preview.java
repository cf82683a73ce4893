package org.limbeck.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.Condition;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Expectation;
import org.limbeck.operation.InsertCsv;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;

/** Renders a step without executing it. */
public final class Preview {
    private final Dialect dialect;
    private final @Nullable Answers live;
    private final Map<String, Boolean> assumed;

    /** Answers conditions by looking; null offline. */
    public interface Answers {
        boolean of(Condition condition, StateView state);
    }

    /**
     * @param live answers conditions, or null offline
     * @param assumed answers to conditions by {@code revision#position}
     */
    public Preview(Dialect dialect, @Nullable Answers live, Map<String, Boolean> assumed) {
        this.dialect = dialect;
        this.live = live;
        this.assumed = Map.copyOf(assumed);
    }

    /** One line of a preview. */
    public sealed interface Line {
        /** A statement. */
        record Sql(
                String path,
                String sql,
                Placement placement,
                @Nullable String note) implements Line {}

        /** Something that people should know. */
        record Note(String path, String text) implements Line {}

        /** Something that only a connected run can do; what follows must not be executed without it. */
        record Stop(String path, String text) implements Line {}
    }

    /** The lines of a step; gives the state after it. */
    public StateView of(Step step, StateView before, Consumer<Line> lines) {
        StateView state = of(step, step.nodes(), before, lines);
        for (CheckData check : step.verify()) {
            lines.accept(check(check, "verify"));
        }
        return state;
    }

    private StateView of(Step step, Iterable<PlanNode> nodes, StateView before, Consumer<Line> lines) {
        StateView state = before;
        for (PlanNode node : nodes) {
            state = node instanceof PlanNode.Choice choice
                    ? choice(step, choice, state, lines)
                    : leaf((PlanNode.Leaf) node, state, lines, null);
        }
        return state;
    }

    private StateView leaf(PlanNode.Leaf leaf, StateView state, Consumer<Line> lines, @Nullable String note) {
        Operation operation = leaf.operation();
        if (operation instanceof RunStep || operation instanceof InsertCsv) {
            lines.accept(new Line.Stop(leaf.path(), operation.describe()));
        } else if (operation instanceof CheckData check) {
            lines.accept(check(check, leaf.path()));
        } else if (operation instanceof Lossy || operation instanceof Irreversible) {
            lines.accept(new Line.Note(leaf.path(), operation.describe()));
        } else {
            for (StatementGroup group : dialect.renderer().render(List.of(operation), state)) {
                for (Statement statement : group.statements()) {
                    lines.accept(new Line.Sql(leaf.path(), statement.sql(), statement.placement(), note));
                }
            }
        }
        return state.after(operation);
    }

    private Line check(CheckData check, String path) {
        return check.expectation() instanceof Expectation.NoRows
                ? new Line.Note(path, "check " + check.name() + ", no row expected: " + dialect.words(check.query()))
                : new Line.Note(path, "check " + check.name() + ": " + dialect.words(check.query()));
    }

    // ---- conditions

    private StateView choice(Step step, PlanNode.Choice choice, StateView state, Consumer<Line> lines) {
        Condition condition = choice.operation().condition();
        Boolean answer = assumed.get(step.revision().id() + "#" + choice.path());
        if (answer == null && live != null) {
            answer = live.of(condition, state);
        }
        if (answer != null) {
            lines.accept(new Line.Note(choice.path(), "when " + condition.describe() + ": " + (answer ? "yes" : "no")));
            return of(step, answer ? choice.then() : choice.otherwise(), state, lines);
        }
        List<String> exact = exact(choice, state);
        if (!exact.isEmpty()) {
            for (String sql : exact) {
                lines.accept(new Line.Sql(choice.path(), sql, Placement.INSIDE, null));
            }
            return state.after(((PlanNode.Leaf) choice.then().get(0)).operation());
        }
        lines.accept(new Line.Stop(
                choice.path(),
                "when " + condition.describe() + ": only a connected run can tell; give --assume "
                        + step.revision().id() + "#" + choice.path() + "=yes (or no)"));
        return state;
    }

    /** {@code IF NOT EXISTS} where that says the same. */
    private List<String> exact(PlanNode.Choice choice, StateView state) {
        boolean alone = choice.then().size() == 1 && choice.otherwise().isEmpty();
        if (!alone || !(choice.then().get(0) instanceof PlanNode.Leaf leaf)) {
            return List.of();
        }
        boolean table = choice.operation().condition() instanceof Condition.TableExists c
                && !c.present()
                && leaf.operation() instanceof CreateTable create
                && create.table().name().equals(c.table())
                && create.table().indexes().isEmpty();
        boolean index = choice.operation().condition() instanceof Condition.IndexExists i
                && !i.present()
                && leaf.operation() instanceof CreateIndex create
                && i.index().equals(create.index().name())
                && dialect.supports(org.limbeck.dialect.Feature.INDEX_IF_NOT_EXISTS);
        return table || index ? ifNotExists(leaf.operation(), state) : List.of();
    }

    private List<String> ifNotExists(Operation operation, StateView state) {
        List<String> sql = new ArrayList<>();
        for (StatementGroup group : dialect.renderer().render(List.of(operation), state)) {
            for (Statement statement : group.statements()) {
                String once = statement
                        .sql()
                        .replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS ")
                        .replaceFirst("^CREATE INDEX ", "CREATE INDEX IF NOT EXISTS ")
                        .replaceFirst("^CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX IF NOT EXISTS ");
                if (once.equals(statement.sql())) {
                    return List.of();
                }
                sql.add(once);
            }
        }
        return sql;
    }
}
