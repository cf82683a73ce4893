package org.limbeck.sync;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.compare.Difference;
import org.limbeck.compare.ObjectKind;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.operation.AddColumn;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Column;

/**
 * What a sync may do: additions that no row can be against.
 *
 * @param change whether what is there may be changed too, as long as nothing is lost
 * @param drop whether what the model has not may be dropped, rows and all
 */
public record Allowed(boolean change, boolean drop) {
    /** Additions only. */
    public static final Allowed ADDITIONS = new Allowed(false, false);

    private static final Set<ObjectKind> SAFE = Set.of(
            ObjectKind.SCHEMA,
            ObjectKind.TABLE,
            ObjectKind.COLUMN,
            ObjectKind.INDEX,
            ObjectKind.SEQUENCE,
            ObjectKind.ENUM,
            ObjectKind.VIEW);

    /** Why a difference is left alone; null if it is not. */
    @Nullable
    String reason(Difference difference, Connection connection, Dialect dialect) throws SQLException {
        if (difference.operations().isEmpty()) {
            return difference.remark().isEmpty() ? "no operation does it" : difference.remark();
        }
        if (difference.losesData() || difference.change() == Difference.Change.REMOVED) {
            return drop ? null : "only with --allow-drop";
        }
        if (!isAddition(difference)) {
            return change ? null : "only with --allow-change";
        }
        for (Operation operation : difference.operations()) {
            if (operation instanceof AddColumn add && needsValue(add.column()) && hasRows(add, connection, dialect)) {
                return "the rows of " + add.table() + " have no value for it: give the model a default";
            }
        }
        return null;
    }

    /** Constraints and unique indexes are no mere additions: rows may be against them. */
    private static boolean isAddition(Difference difference) {
        List<Operation> operations = difference.operations();
        boolean unique = operations.stream()
                .anyMatch(operation -> operation instanceof CreateIndex create
                        && create.index().distinct());
        return difference.change() == Difference.Change.ADDED
                && SAFE.contains(difference.subject().kind())
                && !unique;
    }

    private static boolean needsValue(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.generation() == null;
    }

    private static boolean hasRows(AddColumn add, Connection connection, Dialect dialect) throws SQLException {
        String sql = "SELECT 1 FROM " + Names.qualified(dialect, add.table());
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next();
            }
        }
    }
}
