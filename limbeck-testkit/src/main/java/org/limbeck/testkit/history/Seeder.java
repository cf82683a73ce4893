package org.limbeck.testkit.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.StandardRows;
import org.limbeck.operation.Row;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Puts rows into tables, those that others refer to first. Not thread-safe. */
final class Seeder {
    private static final int ROWS = 2;
    private static final int ATTEMPTS = 60;

    private final Dialect dialect;
    private final Map<String, String> unseeded = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int number = 100;

    Seeder(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Tables that stayed empty, with the reason. */
    Map<String, String> unseeded() {
        return unseeded;
    }

    boolean seen(String sql) {
        return seen.contains(sql);
    }

    void see(String sql) {
        seen.add(sql);
    }

    /** Fills empty tables, and adds a row to each that a revision changed, so that what is new in it holds something. */
    void fill(Connection connection, Schema before, Schema after) throws SQLException {
        for (Table table : inOrder(after)) {
            long rows = count(connection, table.name());
            boolean changed = !table.equals(before.tables().get(table.name()));
            int more = rows == 0 ? ROWS : changed ? 1 : 0;
            for (int i = 0; i < more; i++) {
                String refused = insert(connection, after, table);
                if (refused != null && rows == 0 && i == 0) {
                    unseeded.put(table.name().toString(), refused);
                } else if (refused == null) {
                    unseeded.remove(table.name().toString());
                }
            }
        }
    }

    /** Null, or what the database said to the last try. */
    private @Nullable String insert(Connection connection, Schema schema, Table table) throws SQLException {
        RowMaker maker = new RowMaker(dialect, schema, table);
        String refused = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            number++;
            Optional<Map<String, @Nullable Object>> references = references(connection, schema, table);
            if (references.isEmpty()) {
                return "a table that it refers to has no rows";
            }
            Row row = maker.row(number, attempt, references.get());
            try (Statement statement = connection.createStatement()) {
                for (String sql : sql(table, row)) {
                    statement.executeUpdate(sql);
                }
                return null;
            } catch (SQLException e) {
                refused = String.valueOf(e.getMessage());
            }
        }
        return refused;
    }

    private List<String> sql(Table table, Row row) {
        return new StandardRows(dialect).insert(table.name(), List.of(row), Optional.of(table), "", "");
    }

    /** Values for the columns of foreign keys, from rows that are there; empty where one is needed and there is none. */
    private Optional<Map<String, @Nullable Object>> references(Connection connection, Schema schema, Table table)
            throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ForeignKey key : keys(table)) {
            List<Object> row = referenced(connection, schema, key);
            boolean optional = key.columns().stream()
                    .anyMatch(name -> table.column(name).orElseThrow().nullable());
            if (row.isEmpty() && !optional && !key.references().equals(table.name())) {
                return Optional.empty();
            }
            for (int i = 0; i < key.columns().size(); i++) {
                if (!row.isEmpty()) {
                    values.put(key.columns().get(i), row.get(i));
                } else if (optional) {
                    values.put(key.columns().get(i), null);
                }
            }
        }
        return Optional.of(values);
    }

    /** One row that a foreign key may lead to, each time another one; empty if there is none. */
    private List<Object> referenced(Connection connection, Schema schema, ForeignKey key) throws SQLException {
        List<String> columns = key.referencedColumns().isEmpty()
                ? schema.table(key.references()).map(Seeder::primaryKey).orElse(List.of())
                : key.referencedColumns();
        if (columns.isEmpty()) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + new StandardRows(dialect).names(columns)
                        + " FROM " + Names.qualified(dialect, key.references()))) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = result.getObject(i) instanceof byte[] bytes ? bytes : result.getString(i);
                    if (value != null) {
                        row.add(value);
                    }
                }
                rows.add(row);
            }
        }
        rows.removeIf(row -> row.size() < columns.size());
        return rows.isEmpty() ? List.of() : rows.get(number % rows.size());
    }

    private static List<String> primaryKey(Table table) {
        return table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .findFirst()
                .map(key -> key.columns())
                .orElse(List.of());
    }

    private static List<ForeignKey> keys(Table table) {
        List<ForeignKey> keys = new ArrayList<>();
        table.constraints().forEach(constraint -> {
            if (constraint instanceof ForeignKey key) {
                keys.add(key);
            }
        });
        return keys;
    }

    private long count(Connection connection, QualifiedName table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + Names.qualified(dialect, table))) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** Those that others refer to come first; in a circle, any. */
    private static Set<Table> inOrder(Schema schema) {
        Set<Table> order = new LinkedHashSet<>();
        Set<QualifiedName> entered = new HashSet<>();
        schema.tables().values().forEach(table -> enter(schema, table, entered, order));
        return order;
    }

    private static void enter(Schema schema, Table table, Set<QualifiedName> entered, Set<Table> order) {
        if (entered.add(table.name())) {
            keys(table)
                    .forEach(key ->
                            schema.table(key.references()).ifPresent(other -> enter(schema, other, entered, order)));
            order.add(table);
        }
    }
}
