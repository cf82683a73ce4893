package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.operation.Operation;

/** Renders operations; neighbours on one table become one ALTER TABLE where the order of their parts is kept. */
final class PostgresqlRenderer implements Renderer {
    private final PostgresqlDialect dialect;

    PostgresqlRenderer(PostgresqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<StatementGroup> render(List<Operation> operations, StateView before) {
        List<StatementGroup> groups = new ArrayList<>();
        StateView state = before;
        int first = 0;
        while (first < operations.size()) {
            AlterGroup group = AlterGroup.start(dialect, operations.get(first), state);
            int next = first + 1;
            List<Statement> alone = group == null ? operations.get(first).accept(at(state)) : List.of();
            state = state.after(operations.get(first));
            while (group != null && next < operations.size() && group.add(operations.get(next), state)) {
                state = state.after(operations.get(next));
                next++;
            }
            groups.add(new StatementGroup(first, next - 1, group == null ? alone : group.statements()));
            first = next;
        }
        return groups;
    }

    private PostgresqlStatements at(StateView state) {
        return new PostgresqlStatements(dialect, state);
    }
}
