package org.limbeck.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.limbeck.operation.Operation;

/** Renders one operation after the other, each in a group of its own. */
public final class StandardRenderer implements Renderer {
    private final Function<StateView, StandardStatements> statements;

    /** @param statements makes the writer for the state before an operation */
    public StandardRenderer(Function<StateView, StandardStatements> statements) {
        this.statements = statements;
    }

    @Override
    public List<StatementGroup> render(List<Operation> operations, StateView before) {
        List<StatementGroup> groups = new ArrayList<>();
        StateView state = before;
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            groups.add(new StatementGroup(i, i, operation.accept(statements.apply(state))));
            state = state.after(operation);
        }
        return groups;
    }
}
