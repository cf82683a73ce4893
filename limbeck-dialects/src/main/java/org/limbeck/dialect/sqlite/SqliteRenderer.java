package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.limbeck.dialect.Renderer;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.ReplaceConstraint;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetGeneration;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Column;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;

/** Renders operations one by one, but neighbours on one table as one rebuild where any of them needs one. */
final class SqliteRenderer implements Renderer {
    private static final Set<Class<? extends Operation>> REBUILT = Set.of(
            SetType.class,
            SetNullable.class,
            SetDefault.class,
            SetGeneration.class,
            AddConstraint.class,
            DropConstraint.class,
            RenameConstraint.class,
            ReplaceConstraint.class,
            AddEnumValue.class,
            RenameEnumValue.class);
    private static final Set<Class<? extends Operation>> JOINED = Set.of(
            AddColumn.class,
            DropColumn.class,
            RenameColumn.class,
            SetColumnComment.class,
            SetTableComment.class,
            ValidateConstraint.class,
            CreateIndex.class,
            DropIndex.class,
            RenameIndex.class);

    private final SqliteDialect dialect;

    SqliteRenderer(SqliteDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public List<StatementGroup> render(List<Operation> operations, StateView before) {
        List<StatementGroup> groups = new ArrayList<>();
        StateView state = before;
        int at = 0;
        while (at < operations.size()) {
            int end = endOfRun(operations, at);
            List<Operation> run = operations.subList(at, end);
            run.forEach(o -> o.tables().forEach(dialect::requireNoSchema));
            if (needsRebuild(run, state)) {
                groups.add(new StatementGroup(at, end - 1, new Rebuild(dialect, state).statements(run)));
                state = after(state, run);
            } else {
                for (int i = at; i < end; i++) {
                    Operation operation = operations.get(i);
                    groups.add(new StatementGroup(i, i, operation.accept(new SqliteStatements(dialect, state))));
                    state = state.after(operation);
                }
            }
            at = end;
        }
        return groups;
    }

    private static StateView after(StateView before, List<Operation> operations) {
        StateView state = before;
        for (Operation operation : operations) {
            state = state.after(operation);
        }
        return state;
    }

    /** The table that an operation changes. */
    static QualifiedName table(Operation operation) {
        return operation.tables().iterator().next();
    }

    private static int endOfRun(List<Operation> operations, int from) {
        int end = from + 1;
        if (isTableOperation(operations.get(from))) {
            while (end < operations.size()
                    && isTableOperation(operations.get(end))
                    && table(operations.get(end)).equals(table(operations.get(from)))) {
                end++;
            }
        }
        return end;
    }

    private static boolean isTableOperation(Operation operation) {
        boolean known = REBUILT.contains(operation.getClass()) || JOINED.contains(operation.getClass());
        return known && !operation.tables().isEmpty();
    }

    private boolean needsRebuild(List<Operation> run, StateView before) {
        if (!isTableOperation(run.get(0))) {
            return false;
        }
        StateView state = before;
        for (Operation operation : run) {
            if (needsRebuild(operation, state)) {
                return true;
            }
            state = state.after(operation);
        }
        return false;
    }

    private boolean needsRebuild(Operation operation, StateView state) {
        if (operation instanceof AddColumn add) {
            return !addable(dialect.resolve(add.column()));
        }
        if (operation instanceof DropColumn drop) {
            Known known = Known.of(dialect, state, drop.table());
            known.requireNotWritten(drop.column(), state);
            return !droppable(known, drop.column());
        }
        if (operation instanceof DropIndex drop) {
            return state.table(drop.table())
                    .flatMap(t -> SqliteStatements.unique(t, drop))
                    .isPresent();
        }
        if (operation instanceof RenameIndex rename) {
            return state.table(rename.table())
                    .filter(t -> t.index(rename.from()).isEmpty())
                    .flatMap(t -> t.constraint(rename.from()))
                    .isPresent();
        }
        return REBUILT.contains(operation.getClass());
    }

    /** What ALTER TABLE ... ADD COLUMN takes, whether there are rows or not. */
    private boolean addable(Column column) {
        boolean plain = column.generation() == null
                || (column.generation() instanceof Generation.Computed computed && !computed.stored());
        return plain
                && (!(column.defaultValue() instanceof DefaultValue.Expression expression)
                        || constant(dialect.words(expression.sql())));
    }

    private static boolean constant(String words) {
        List<Token> tokens = Token.all(words);
        return tokens.size() == 1
                && switch (tokens.get(0).kind()) {
                    case NUMBER, STRING, BLOB -> true;
                    default -> tokens.get(0).isWord("NULL");
                };
    }

    /** What ALTER TABLE ... DROP COLUMN takes: nothing else of the table mentions the column but plain indexes. */
    private static boolean droppable(Known known, String name) {
        TableText text = known.text();
        ColumnText column = text.column(name).orElse(null);
        if (column == null || text.columns().size() == 1) {
            return false;
        }
        boolean key = column.clauses().stream()
                .anyMatch(c -> c.kind() == Clause.Kind.PRIMARY_KEY
                        || c.kind() == Clause.Kind.UNIQUE
                        || c.kind() == Clause.Kind.FOREIGN_KEY);
        boolean elsewhere = text.constraints().stream().anyMatch(c -> mentions(c.body(), name))
                || text.columns().stream()
                        .filter(c -> !c.equals(column))
                        .flatMap(c -> c.clauses().stream())
                        .anyMatch(c -> mentions(c.body(), name));
        boolean indexed = known.indexes().stream()
                .filter(i -> mentions(IndexText.parse(i).tail(), name))
                .anyMatch(i -> !IndexText.parse(i).index(text).columns().contains(name));
        return !key && !elsewhere && !indexed;
    }

    private static boolean mentions(String sql, String name) {
        return Token.all(sql).stream().anyMatch(t -> t.names() && t.value().equalsIgnoreCase(name));
    }
}
