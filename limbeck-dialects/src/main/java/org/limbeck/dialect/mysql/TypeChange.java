package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Names;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/**
 * Changes of a column's type. Strict sql_mode makes the server refuse values that are too long or too large; what it would
 * only round is looked for before.
 */
final class TypeChange {
    private final MySqlDialect dialect;
    private final StateView before;
    private final ColumnText columns;

    TypeChange(MySqlDialect dialect, StateView before, ColumnText columns) {
        this.dialect = dialect;
        this.before = before;
        this.columns = columns;
    }

    List<Statement> statements(SetType operation, Column column, Column changed) {
        String using = operation.using() == null ? "" : dialect.words(operation.using());
        String table = Names.qualified(dialect, operation.table());
        if (!using.isBlank()) {
            return converted(operation, changed, using);
        }
        String alter = "ALTER TABLE " + table + " ";
        String definition = columns.definition(changed);
        if (!operation.requireFits()) {
            return truncating(alter, column, definition);
        }
        List<Statement> statements = new ArrayList<>();
        String cast = roundingCast(column.type(), changed.type());
        if (cast != null) {
            String name = dialect.identifier(column.name());
            statements.add(Statement.inside(Guard.noRows(
                    "values do not fit", table, "NOT (CAST(" + name + " AS " + cast + ") <=> " + name + ")")));
        }
        statements.add(new Statement(alter + "MODIFY COLUMN " + definition, Placement.COMMITS));
        return statements;
    }

    /** As the database does it when sql_mode is empty. CHANGE and not MODIFY: offline, MODIFY is always made strict. */
    private List<Statement> truncating(String alter, Column column, String definition) {
        String change = alter + "CHANGE COLUMN " + dialect.identifier(column.name()) + " " + definition;
        if (dialect.isMariaDb()) {
            return List.of(new Statement("SET STATEMENT sql_mode = '' FOR " + change, Placement.COMMITS));
        }
        return List.of(
                Statement.inside("SET @limbeck_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ''"),
                new Statement(change, Placement.COMMITS),
                Statement.inside("SET SESSION sql_mode = @limbeck_sql_mode"));
    }

    // ---- rounding

    /** The type to which values are cast to see whether they change, or null where the server itself refuses. */
    private @Nullable String roundingCast(DataType given, DataType wanted) {
        DataType from = dialect.types().normal(given);
        DataType to = dialect.types().normal(wanted);
        boolean exact =
                from.kind() == TypeKind.DECIMAL || from.kind() == TypeKind.DOUBLE || from.kind() == TypeKind.REAL;
        return switch (to.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, BOOLEAN -> exact ? "SIGNED" : null;
            case DECIMAL -> {
                boolean losesScale = from.kind() == TypeKind.DOUBLE
                        || (from.kind() == TypeKind.DECIMAL
                                && from.arguments().get(1) > to.arguments().get(1));
                yield losesScale ? "DECIMAL(65," + to.arguments().get(1) + ")" : null;
            }
            case TIMESTAMP, TIMESTAMP_TZ -> losesDigits(from, to) ? "DATETIME" + digits(to) : null;
            case TIME -> losesDigits(from, to) || MySqlTypes.isTemporal(from) ? "TIME" + digits(to) : null;
            case DATE -> MySqlTypes.isTemporal(from) ? "DATE" : null;
            default -> null;
        };
    }

    private static boolean losesDigits(DataType from, DataType to) {
        boolean timed = MySqlTypes.isTemporal(from) || from.kind() == TypeKind.TIME;
        return timed && MySqlTypes.digitsOf(from) > MySqlTypes.digitsOf(to);
    }

    private static String digits(DataType type) {
        return "(" + MySqlTypes.digitsOf(type) + ")";
    }

    // ---- conversion by an expression

    /** There is no USING: a new column is filled and takes the place, the name and the keys of the old one. */
    private List<Statement> converted(SetType operation, Column changed, String using) {
        Table table = before.table(operation.table()).orElseThrow();
        refuseUnmovable(table, operation);
        String quoted = Names.qualified(dialect, operation.table());
        String temporary = temporary(table, changed.name());
        Column filled = Column.of(temporary, changed.type()).collate(changed.collation());
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement(
                "ALTER TABLE " + quoted + " ADD COLUMN " + columns.definition(filled), Placement.COMMITS));
        statements.add(Statement.inside("UPDATE " + quoted + " SET " + dialect.identifier(temporary) + " = (" + using
                + ")" + unchangedClocks(dialect, Optional.of(table))));
        statements.add(new Statement(
                "ALTER TABLE " + quoted + " " + String.join(", ", swap(table, operation, changed, temporary)),
                Placement.COMMITS));
        return statements;
    }

    private List<String> swap(Table table, SetType operation, Column changed, String temporary) {
        DropColumn dropping = new DropColumn(operation.table(), operation.column(), null);
        Table without = dropping.evolve(Schema.of(List.of(table)))
                .table(operation.table())
                .orElse(table);
        KeyClauses keys = new KeyClauses(dialect, before);
        List<String> clauses = new ArrayList<>(keys.dropsOf(dropping));
        clauses.add("DROP COLUMN " + dialect.identifier(operation.column()));
        clauses.add("CHANGE COLUMN " + dialect.identifier(temporary) + " " + columns.definition(changed)
                + place(table, operation.column()));
        for (Constraint constraint : table.constraints()) {
            if (!without.constraints().contains(constraint)) {
                clauses.add("ADD " + keys.constraint(constraint, Optional.of(table)));
            }
        }
        for (Index index : table.indexes()) {
            if (!without.indexes().contains(index)) {
                clauses.add("ADD " + keys.index(index, Optional.of(table)));
            }
        }
        return clauses;
    }

    private String place(Table table, String column) {
        for (int i = 1; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return " AFTER " + dialect.identifier(table.columns().get(i - 1).name());
            }
        }
        return " FIRST";
    }

    private static String temporary(Table table, String column) {
        String base = column.length() > 50 ? column.substring(0, 50) : column;
        String name = base + "_limbeck";
        while (table.column(name).isPresent()) {
            name += "_";
        }
        return name;
    }

    private void refuseUnmovable(Table table, SetType operation) {
        for (Constraint constraint : table.constraints()) {
            boolean key =
                    constraint instanceof ForeignKey && constraint.columns().contains(operation.column());
            boolean check = constraint instanceof Check && KeyClauses.refersTo(dialect, constraint, operation.column());
            if (key || check) {
                throw Unsupported.on(
                        dialect,
                        operation.describe() + " using an expression",
                        "There is no USING; the column is made anew, and constraint " + constraint.name()
                                + " holds on to it.",
                        "Drop the constraint before, and add it again.");
            }
        }
    }

    /** Assignments that keep columns with ON UPDATE as they are, for after the others; empty where there are none. */
    static String unchangedClocks(MySqlDialect dialect, Optional<Table> table) {
        StringBuilder sql = new StringBuilder();
        for (Column column : table.map(Table::columns).orElse(List.of())) {
            if (ColumnOptions.updatesItself(dialect.option(column.options()))) {
                String name = dialect.identifier(column.name());
                sql.append(", ").append(name).append(" = ").append(name);
            }
        }
        return sql.toString();
    }
}
