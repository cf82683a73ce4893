package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.limbeck.dialect.Names;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.operation.Operation;
import org.limbeck.operation.ReplaceView;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.View;

/** Renders one operation after the other; neighbours that change one table become one ALTER TABLE where that is the same. */
final class MySqlRenderer implements Renderer {
    private static final Pattern DROPPED_INDEX = Pattern.compile("DROP INDEX (`(?:[^`]|``)*`|[^`, ]+)");

    private final MySqlDialect dialect;

    MySqlRenderer(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<StatementGroup> render(List<Operation> operations, StateView before) {
        List<StatementGroup> groups = new ArrayList<>();
        StateView state = before;
        int i = 0;
        while (i < operations.size()) {
            Operation operation = operations.get(i);
            List<Statement> statements = operation.accept(new MySqlStatements(dialect, state));
            state = after(state, operation);
            Merging merging = Merging.of(operation);
            int last = i;
            while (merging != null && isAlter(statements, merging.table()) && last + 1 < operations.size()) {
                Operation next = operations.get(last + 1);
                Merging both = merging.with(next);
                if (both == null) {
                    break;
                }
                List<Statement> more = next.accept(new MySqlStatements(dialect, state));
                if (!isAlter(more, merging.table()) || dropsWhatIsAdded(statements.get(0), more.get(0))) {
                    break;
                }
                statements = List.of(merged(statements.get(0), more.get(0), merging.table()));
                merging = both;
                state = state.after(next);
                last++;
            }
            groups.add(new StatementGroup(i, last, statements));
            i = last + 1;
        }
        return groups;
    }

    /** The state after an operation, in which restated views have their new words. */
    private StateView after(StateView before, Operation operation) {
        StateView state = before.after(operation);
        for (View view : new Restating(dialect, before).after(operation)) {
            state = state.after(new ReplaceView(view));
        }
        return state;
    }

    private String prefix(QualifiedName table) {
        return "ALTER TABLE " + Names.qualified(dialect, table) + " ";
    }

    private boolean isAlter(List<Statement> statements, QualifiedName table) {
        return statements.size() == 1 && statements.get(0).sql().startsWith(prefix(table));
    }

    /** The index of a foreign key comes with one operation, and goes with the next. */
    private static boolean dropsWhatIsAdded(Statement first, Statement second) {
        return DROPPED_INDEX
                .matcher(second.sql())
                .results()
                .anyMatch(dropped -> first.sql().contains("ADD INDEX " + dropped.group(1) + " ("));
    }

    private Statement merged(Statement first, Statement second, QualifiedName table) {
        return new Statement(
                first.sql() + ", " + second.sql().substring(prefix(table).length()), Placement.COMMITS);
    }
}
