package org.limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Invert;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.WhenCondition;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SqlText;
import org.limbeck.sql.SqlStatement;
import org.limbeck.sql.StatementSplitter;

/** Numbers recorded operations and makes the choices that depend on the dialect alone. */
public final class PlanNodes {
    private final Dialect dialect;
    private final Function<Operation, @Nullable Place> places;

    public PlanNodes(Dialect dialect, Function<Operation, @Nullable Place> places) {
        this.dialect = dialect;
        this.places = places;
    }

    /**
     * @throws org.limbeck.error.LimbeckException NO_INVERSE if an inversion has none
     */
    public List<PlanNode> of(List<Operation> operations) {
        return of(operations, "");
    }

    private List<PlanNode> of(List<Operation> operations, String prefix) {
        List<PlanNode> nodes = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            add(operations.get(i), prefix + (i + 1), nodes);
        }
        return nodes;
    }

    private void add(Operation operation, String path, List<PlanNode> nodes) {
        Place place = places.apply(operation);
        if (operation instanceof OnDialects on) {
            boolean here = dialect.isAmong(on.dialects());
            nodes.addAll(of(here ? on.then() : on.otherwise(), path + (here ? ".on." : ".else.")));
        } else if (operation instanceof WhenCondition when) {
            List<PlanNode> then = of(when.then(), path + ".then.");
            nodes.add(new PlanNode.Choice(path, when, then, of(when.otherwise(), path + ".else."), place));
        } else if (operation instanceof Invert invert) {
            nodes.addAll(of(inverse(invert, place), path + ".back."));
        } else if (operation instanceof ExecuteSql sql) {
            addSql(sql, path, place, nodes);
        } else {
            nodes.add(new PlanNode.Leaf(path, operation, place));
        }
    }

    /** Each statement is a position of its own, so that each can be resumed at. */
    private void addSql(ExecuteSql sql, String path, @Nullable Place place, List<PlanNode> nodes) {
        List<SqlStatement> statements = StatementSplitter.all(dialect.words(sql.sql()), dialect.syntax());
        if (statements.size() == 1) {
            nodes.add(new PlanNode.Leaf(path, sql, place));
            return;
        }
        for (int i = 0; i < statements.size(); i++) {
            SqlText words = SqlText.of(statements.get(i).text());
            SqlText undo = i == 0 ? sql.undo() : sql.undo() == null ? null : SqlText.of("");
            ExecuteSql one = new ExecuteSql(words, undo, sql.effect(), sql.repeatable(), place);
            nodes.add(new PlanNode.Leaf(path + "." + (i + 1), one, place));
        }
    }

    private static List<Operation> inverse(Invert invert, @Nullable Place place) {
        Inverse inverse = Blocks.inverse(Schema.EMPTY, invert.operations());
        return inverse.operations()
                .orElseThrow(() -> Problem.of(ErrorCode.NO_INVERSE, "What is to be inverted has no inverse")
                        .at(place)
                        .why(inverse.reason())
                        .todo("Write the way down yourself, or say  op.irreversible(\"why\")")
                        .exception());
    }
}
