package org.limbeck.dialect.h2;

import java.sql.Connection;
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

/** Reads constraints. They are joined here, for H2 joins its catalogue by nested loops. Not thread-safe. */
final class ConstraintReader {
    private static final String CONSTRAINTS = """
            SELECT TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE, NULLS_DISTINCT, REMARKS
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = ?""";
    private static final String CHECKS = "SELECT CONSTRAINT_NAME, CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?";
    private static final String REFERENCES = """
            SELECT CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?""";
    private static final String KEYS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
              POSITION_IN_UNIQUE_CONSTRAINT
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE""";

    private record Found(
            String table,
            String name,
            String type,
            @Nullable String nullsDistinct) {}

    private record Target(QualifiedName unique, ReferentialAction onDelete, ReferentialAction onUpdate) {}

    private record KeyColumn(QualifiedName table, String column, int targetPosition) {}

    private final Connection connection;
    private final Place place;
    private final @Nullable String only;
    private final List<String> unknowns;
    private final Map<QualifiedName, List<KeyColumn>> keys = new HashMap<>();
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
        List<Found> found = found();
        if (has(found, "CHECK")) {
            Rows.each(connection, CHECKS, row -> checks.put(row.getString(1), row.getString(2)), place.schema());
        }
        if (has(found, "FOREIGN KEY")) {
            Rows.each(connection, REFERENCES, row -> targets.put(row.getString(1), target(row)), place.schema());
        }
        // A key may refer to a table of any schema.
        boolean narrow = only != null && !has(found, "FOREIGN KEY");
        if (narrow) {
            readKeys(KEYS + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?", place.schema(), only);
        } else {
            readKeys(KEYS);
        }
        Map<String, List<Constraint>> constraints = new HashMap<>();
        for (Found one : found) {
            constraints.computeIfAbsent(one.table(), k -> new ArrayList<>()).add(constraint(one));
        }
        return constraints;
    }

    private static boolean has(List<Found> found, String type) {
        return found.stream().anyMatch(f -> f.type().equals(type));
    }

    private List<Found> found() throws SQLException {
        Rows.Mapper<Found> mapper = row -> {
            if (row.getString(5) != null) {
                unknowns.add("constraint " + row.getString(2) + " has a comment");
            }
            return new Found(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        };
        String order = " ORDER BY TABLE_NAME, CONSTRAINT_NAME";
        return only == null
                ? Rows.of(connection, CONSTRAINTS + order, mapper, place.schema())
                : Rows.of(connection, CONSTRAINTS + " AND TABLE_NAME = ?" + order, mapper, place.schema(), only);
    }

    private static Target target(java.sql.ResultSet row) throws SQLException {
        return new Target(
                new QualifiedName(row.getString(2), row.getString(3)),
                action(row.getString(4)),
                action(row.getString(5)));
    }

    private static ReferentialAction action(String words) {
        return ReferentialAction.valueOf(words.replace(' ', '_'));
    }

    private void readKeys(String sql, @Nullable String... parameters) throws SQLException {
        Rows.each(
                connection,
                sql + " ORDER BY CONSTRAINT_SCHEMA, CONSTRAINT_NAME, ORDINAL_POSITION",
                row -> keys.computeIfAbsent(
                                new QualifiedName(row.getString(1), row.getString(2)), k -> new ArrayList<>())
                        .add(new KeyColumn(
                                place.name(row.getString(3), row.getString(4)), row.getString(5), row.getInt(6))),
                parameters);
    }

    private Constraint constraint(Found found) {
        List<KeyColumn> key = keys.getOrDefault(new QualifiedName(place.schema(), found.name()), List.of());
        List<String> columns = key.stream().map(KeyColumn::column).toList();
        return switch (found.type()) {
            case "PRIMARY KEY" -> new PrimaryKey(found.name(), columns, Deferrability.NOT_DEFERRABLE);
            case "UNIQUE" -> unique(found, columns);
            case "FOREIGN KEY" -> foreignKey(found.name(), key);
            default ->
                new Check(found.name(), SqlText.of(Tokens.unicode(checks.getOrDefault(found.name(), "TRUE"))), true);
        };
    }

    private Unique unique(Found found, List<String> columns) {
        if ("ALL".equals(found.nullsDistinct())) {
            unknowns.add("constraint " + found.name() + " has NULLS ALL DISTINCT");
        }
        return new Unique(found.name(), columns, !"NO".equals(found.nullsDistinct()), Deferrability.NOT_DEFERRABLE);
    }

    private ForeignKey foreignKey(String name, List<KeyColumn> key) {
        Target target = Objects.requireNonNull(targets.get(name), name);
        List<KeyColumn> unique = keys.getOrDefault(target.unique(), List.of());
        List<String> columns = new ArrayList<>();
        key.forEach(k -> columns.add(unique.get(k.targetPosition() - 1).column()));
        return ForeignKey.of(
                        key.stream().map(KeyColumn::column).toList(),
                        unique.get(0).table(),
                        columns)
                .named(name)
                .onDelete(target.onDelete())
                .onUpdate(target.onUpdate());
    }
}
