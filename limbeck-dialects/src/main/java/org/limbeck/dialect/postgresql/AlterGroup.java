package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Names;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.Operation;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;

/**
 * Neighbouring operations on one table that become one ALTER TABLE. The server does the parts of one ALTER in passes:
 * drops, types, new columns, then defaults, nullability and constraints. So a drop joins only drops, nothing touches
 * what an earlier part touched, and no column is changed after a constraint that may read it. Not thread-safe.
 */
final class AlterGroup {
    /** No column's name begins with it. */
    private static final String CONSTRAINT = "\0";

    private final PostgresqlDialect dialect;
    private final QualifiedName table;
    private final String prefix;
    private final List<String> actions = new ArrayList<>();
    private final List<Statement> after = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private boolean onlyDrops = true;
    private boolean readsAll;

    private AlterGroup(PostgresqlDialect dialect, QualifiedName table) {
        this.dialect = dialect;
        this.table = table;
        this.prefix = "ALTER TABLE " + Names.qualified(dialect, table) + " ";
    }

    /** A group that begins with an operation, or null where it stands alone. */
    static @Nullable AlterGroup start(PostgresqlDialect dialect, Operation operation, StateView before) {
        Part part = part(operation);
        if (part == null) {
            return null;
        }
        AlterGroup group = new AlterGroup(dialect, part.table());
        return group.add(operation, before) ? group : null;
    }

    /**
     * What an operation does to a table.
     *
     * @param writes columns and, marked, constraints that it changes
     * @param reads columns that it depends on
     * @param readsAll whether nobody knows which columns it depends on
     */
    private record Part(QualifiedName table, Set<String> writes, Set<String> reads, boolean drop, boolean readsAll) {}

    private static @Nullable Part part(Operation operation) {
        if (operation instanceof AddColumn add) {
            boolean reads = add.column().generation() instanceof Generation.Computed;
            return new Part(add.table(), Set.of(add.column().name()), Set.of(), false, reads);
        }
        if (operation instanceof DropColumn drop) {
            return new Part(drop.table(), Set.of(drop.column()), Set.of(), true, false);
        }
        if (operation instanceof SetNullable set) {
            return new Part(set.table(), Set.of(set.column()), Set.of(), false, false);
        }
        if (operation instanceof SetDefault set) {
            return new Part(set.table(), Set.of(set.column()), Set.of(), false, false);
        }
        if (operation instanceof SetType set) {
            return new Part(set.table(), Set.of(set.column()), Set.of(), false, set.using() != null);
        }
        if (operation instanceof DropConstraint drop && drop.like() == null && drop.name() != null) {
            return new Part(drop.table(), Set.of(CONSTRAINT + drop.name()), Set.of(), true, false);
        }
        return operation instanceof AddConstraint add ? constraint(add) : null;
    }

    private static Part constraint(AddConstraint add) {
        Constraint constraint = add.constraint();
        boolean unknown = constraint instanceof Check || constraint instanceof Exclusion;
        return new Part(
                add.table(), Set.of(CONSTRAINT + constraint.name()), Set.copyOf(constraint.columns()), false, unknown);
    }

    /** Takes an operation in, unless it must stand after the statement. */
    boolean add(Operation operation, StateView before) {
        Part part = part(operation);
        if (part == null || !part.table().equals(table) || !fits(part)) {
            return false;
        }
        List<Statement> statements = operation.accept(new PostgresqlStatements(dialect, before));
        if (statements.isEmpty() || !statements.get(0).sql().startsWith(prefix)) {
            return false;
        }
        boolean more = statements.stream().skip(1).anyMatch(s -> !s.sql().startsWith("COMMENT ON "));
        if (more) {
            return false;
        }
        actions.add(statements.get(0).sql().substring(prefix.length()));
        after.addAll(statements.subList(1, statements.size()));
        touched.addAll(part.writes());
        touched.addAll(part.reads());
        onlyDrops &= part.drop();
        readsAll |= part.readsAll();
        return true;
    }

    private boolean fits(Part part) {
        if (actions.isEmpty()) {
            return true;
        }
        boolean column = part.writes().stream().anyMatch(w -> !w.startsWith(CONSTRAINT));
        boolean late = part.writes().stream().anyMatch(touched::contains) || (readsAll && column);
        boolean early = part.drop() && !onlyDrops;
        boolean computed = part.readsAll() && column;
        return !late && !early && !computed;
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.inside(prefix + String.join(", ", actions)));
        statements.addAll(after);
        return statements;
    }
}
