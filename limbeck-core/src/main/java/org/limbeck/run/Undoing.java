package org.limbeck.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.error.LimbeckException;
import org.limbeck.journal.Progress;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Operation;
import org.limbeck.plan.PlanNode;

/** Writes down what undoes an operation, while the schema before it can still be seen. */
final class Undoing {
    /** An undo list is for a few statements, not for a second copy of the data. */
    private static final int MOST_ROWS = 1_000;

    private final Session session;

    Undoing(Session session) {
        this.session = session;
    }

    /** What undoes an operation, given the state before it. */
    Progress.Undo of(PlanNode.Leaf leaf, StateView before) {
        Operation operation = leaf.operation();
        String label = operation.describe();
        if (operation instanceof InsertRows insert && insert.rows().size() > MOST_ROWS) {
            return none(leaf, label, "it inserts more than " + MOST_ROWS + " rows");
        }
        try {
            Inverse inverse = operation.inverse(before);
            Optional<List<Operation>> back = inverse.operations();
            if (back.isEmpty()) {
                return none(leaf, label, inverse.reason());
            }
            List<Statement> statements = new ArrayList<>();
            List<Operation> real = back.get().stream().filter(o -> !blank(o)).toList();
            for (StatementGroup group : session.dialect().renderer().render(real, before.after(operation))) {
                statements.addAll(group.statements());
            }
            return new Progress.Undo(leaf.path(), label, List.copyOf(operation.tables()), statements, null);
        } catch (LimbeckException e) {
            return none(leaf, label, e.problem().what());
        }
    }

    private boolean blank(Operation operation) {
        return operation instanceof ExecuteSql sql
                && session.dialect().words(sql.sql()).isBlank();
    }

    private static Progress.Undo none(PlanNode.Leaf leaf, String label, String why) {
        return new Progress.Undo(leaf.path(), label, List.of(), List.of(), why);
    }

    /**
     * Whether an undo list may be needed: not for a step that is one transaction for sure. Others may split where they are
     * rendered, and then it would be too late.
     */
    boolean needed(Operation operation) {
        boolean plain = operation instanceof CreateTable
                || operation instanceof InsertRows
                || (operation instanceof CreateIndex index && !index.concurrently());
        return !plain || !session.dialect().supports(Feature.TRANSACTIONAL_DDL);
    }
}
