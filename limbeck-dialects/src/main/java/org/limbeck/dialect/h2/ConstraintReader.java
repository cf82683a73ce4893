package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Unique;

/**
 * Reads constraints. They are joined here, for H2 joins its catalogue by nested loops. A key may refer to a table of any
 * schema; so where there are foreign keys the keys of all schemas are read. Not thread-safe.
 */
final class ConstraintReader {
    private static final String CONSTRAINTS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_TYPE, NULLS_DISTINCT, REMARKS,
              INDEX_SCHEMA, INDEX_NAME
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS""";
    private static final String CHECKS = "SELECT CONSTRAINT_NAME, CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?";
    private static final String REFERENCES = """
            SELECT CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?""";
    private static final String KEYS = "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, COLUMN_NAME,"
            + " POSITION_IN_UNIQUE_CONSTRAINT FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE";
    private static final String INDEX_COLUMNS =
            "SELECT INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.INDEX_COLUMNS";
    private static final String ONE_TABLE = " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?";

    private record Found(
            QualifiedName id,
            QualifiedName table,
            String type,
            @Nullable String nullsDistinct,
            @Nullable QualifiedName index) {}

    private record Target(QualifiedName unique, ReferentialAction onDelete, ReferentialAction onUpdate) {}

    private record KeyColumn(String name, int targetPosition) {}

    private final Connection connection;
    private final Place place;
    private final @Nullable String only;
    private final List<String> unknowns;
    private final Map<QualifiedName, Found> found = new HashMap<>();
    private final Map<QualifiedName, List<KeyColumn>> keys = new HashMap<>();
    private final Map<QualifiedName, List<String>> indexColumns = new HashMap<>();
    private final Map<String, String> checks = new HashMap<>();
    private final Map<String, Target> targets = new HashMap<>();

    ConstraintReader(Connection connection, Place place, @Nullable String only, List<String> unknowns) {
        this.connection = connection;
        this.place = place;
        this.only = only;
        this.unknowns = unknowns;
    }

    /** Constraints by table name. */
    Map<String, List<Constraint>> read() throws SQLException {
        List<Found> mine = found(only != null);
        boolean wide = only == null || has(mine, "FOREIGN KEY");
        if (only != null && wide) {
            found(false);
        }
        if (has(mine, "CHECK")) {
            Rows.each(connection, CHECKS, row -> checks.put(row.getString(1), row.getString(2)), place.schema());
        }
        if (has(mine, "FOREIGN KEY")) {
            Rows.each(connection, REFERENCES, row -> targets.put(row.getString(1), target(row)), place.schema());
        }
        each(
                KEYS,
                " ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION",
                !wide,
                row -> keys.computeIfAbsent(name(row, 1), k -> new ArrayList<>())
                        .add(new KeyColumn(row.getString(3), row.getInt(4))));
        each(
                INDEX_COLUMNS,
                " ORDER BY INDEX_SCHEMA, INDEX_NAME, ORDINAL_POSITION",
                !wide,
                row -> indexColumns
                        .computeIfAbsent(name(row, 1), k -> new ArrayList<>())
                        .add(row.getString(3)));
        Map<String, List<Constraint>> constraints = new HashMap<>();
        for (Found one : mine) {
            constraints
                    .computeIfAbsent(one.table().name(), k -> new ArrayList<>())
                    .add(constraint(one));
        }
        return constraints;
    }

    private static boolean has(List<Found> found, String type) {
        return found.stream().anyMatch(f -> f.type().equals(type));
    }

    private static QualifiedName name(ResultSet row, int schema) throws SQLException {
        return new QualifiedName(row.getString(schema), row.getString(schema + 1));
    }

    private void each(String sql, String order, boolean narrow, Rows.Visitor visitor) throws SQLException {
        if (narrow) {
            Rows.each(connection, sql + ONE_TABLE + order, visitor, place.schema(), only);
        } else {
            Rows.each(connection, sql + order, visitor);
        }
    }

    /** Remembers what it finds; gives those of this schema and table, in order. */
    private List<Found> found(boolean narrow) throws SQLException {
        List<Found> mine = new ArrayList<>();
        each(CONSTRAINTS, " ORDER BY TABLE_NAME, CONSTRAINT_NAME", narrow, row -> {
            QualifiedName index = row.getString(9) == null ? null : name(row, 8);
            Found one = new Found(name(row, 1), name(row, 3), row.getString(5), row.getString(6), index);
            found.put(one.id(), one);
            boolean wanted = only == null || only.equals(one.table().name());
            if (wanted && place.schema().equals(one.table().schema())) {
                mine.add(one);
                note(one, row.getString(7));
            }
        });
        return mine;
    }

    private void note(Found one, @Nullable String comment) {
        if (comment != null) {
            unknowns.add("constraint " + one.id().name() + " has a comment");
        }
        if ("ALL".equals(one.nullsDistinct())) {
            unknowns.add("constraint " + one.id().name() + " has NULLS ALL DISTINCT");
        }
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(name(row, 2), action(row.getString(4)), action(row.getString(5)));
    }

    private static ReferentialAction action(String words) {
        return ReferentialAction.valueOf(words.replace(' ', '_'));
    }

    private Constraint constraint(Found one) {
        String name = one.id().name();
        return switch (one.type()) {
            case "PRIMARY KEY" -> new PrimaryKey(name, columns(one), Deferrability.NOT_DEFERRABLE);
            case "UNIQUE" ->
                new Unique(name, columns(one), !"NO".equals(one.nullsDistinct()), Deferrability.NOT_DEFERRABLE);
            case "FOREIGN KEY" -> foreignKey(name, one);
            default -> new Check(name, SqlText.of(Tokens.unicode(checks.getOrDefault(name, "TRUE"))), true);
        };
    }

    /**
     * The columns of a key. After a column was renamed KEY_COLUMN_USAGE goes on with its old name (H2 2.5.252); the index
     * of the constraint, which may have further columns or another order, knows the new one.
     */
    private List<String> columns(Found one) {
        List<String> names = new ArrayList<>();
        keys.getOrDefault(one.id(), List.of()).forEach(k -> names.add(k.name()));
        List<String> indexed = one.index() == null ? List.of() : indexColumns.getOrDefault(one.index(), List.of());
        if (indexed.size() < names.size()) {
            return names;
        }
        List<String> now = indexed.subList(0, names.size());
        List<String> old = names.stream().filter(n -> !now.contains(n)).toList();
        List<String> fresh = now.stream().filter(n -> !names.contains(n)).toList();
        if (old.size() > 1) {
            return now;
        }
        old.forEach(n -> names.set(names.indexOf(n), fresh.get(0)));
        return names;
    }

    private ForeignKey foreignKey(String name, Found one) {
        Target target = Objects.requireNonNull(targets.get(name), name);
        Found unique = Objects.requireNonNull(found.get(target.unique()), name);
        List<String> uniqueColumns = columns(unique);
        List<String> columns = new ArrayList<>();
        keys.getOrDefault(one.id(), List.of()).forEach(k -> columns.add(uniqueColumns.get(k.targetPosition() - 1)));
        QualifiedName table = unique.table();
        return ForeignKey.of(columns(one), place.name(String.valueOf(table.schema()), table.name()), columns)
                .named(name)
                .onDelete(target.onDelete())
                .onUpdate(target.onUpdate());
    }
}
