package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.sqlite.Clause.Kind;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Unique;

/**
 * A constraint and where in the text it stands.
 *
 * @param column the column at which it stands, or null for the table
 */
record Located(
        Constraint constraint, Clause clause, @Nullable ColumnText column) {

    /** All constraints of a table in the order in which SQLite reads them; checks of enums are part of their column. */
    static List<Located> in(TableText table) {
        List<Located> all = new ArrayList<>();
        for (ColumnText column : table.columns()) {
            Optional<Clause> enumerated = EnumCheck.in(column);
            for (Clause clause : column.clauses()) {
                if (clause.kind().isConstraint() && !enumerated.equals(Optional.of(clause))) {
                    all.add(new Located(constraint(table, clause, List.of(column.name())), clause, column));
                }
            }
        }
        for (Clause clause : table.constraints()) {
            if (clause.kind().isConstraint()) {
                List<String> columns =
                        clause.columns().stream().map(table::exact).toList();
                all.add(new Located(constraint(table, clause, columns), clause, null));
            }
        }
        return all;
    }

    private static Constraint constraint(TableText table, Clause clause, List<String> columns) {
        if (clause.kind() == Kind.PRIMARY_KEY) {
            return new PrimaryKey(clause.name(), columns, Deferrability.NOT_DEFERRABLE);
        }
        if (clause.kind() == Kind.UNIQUE) {
            return new Unique(clause.name(), columns, true, Deferrability.NOT_DEFERRABLE);
        }
        ForeignKey key = clause.key();
        if (key == null) {
            return new Check(clause.name(), SqlText.of(clause.words()), true);
        }
        boolean self = key.references().name().equalsIgnoreCase(table.name());
        List<String> target = key.referencedColumns().stream()
                .map(c -> self ? table.exact(c) : c)
                .toList();
        return new ForeignKey(
                clause.name(),
                columns,
                key.references(),
                target,
                key.onDelete(),
                key.onUpdate(),
                key.deferrability(),
                key.match(),
                true);
    }

    /** The same table without this constraint. */
    TableText removedFrom(TableText table) {
        if (column == null) {
            List<Clause> left = new ArrayList<>(table.constraints());
            left.remove(clause);
            return table.withConstraints(left);
        }
        return table.mapColumn(column.name(), c -> {
            List<Clause> left = new ArrayList<>(c.clauses());
            left.remove(clause);
            return c.withClauses(left);
        });
    }

    /** The same table with other words in the place of this constraint. */
    TableText replacedIn(TableText table, Clause by) {
        if (column == null) {
            return table.withConstraints(replaced(table.constraints(), by));
        }
        return table.mapColumn(column.name(), c -> c.withClauses(replaced(c.clauses(), by)));
    }

    private List<Clause> replaced(List<Clause> clauses, Clause by) {
        List<Clause> changed = new ArrayList<>(clauses);
        changed.set(changed.indexOf(clause), by);
        return changed;
    }
}
