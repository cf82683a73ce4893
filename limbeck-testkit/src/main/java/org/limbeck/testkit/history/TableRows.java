package org.limbeck.testkit.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.StandardRows;
import org.limbeck.schema.Column;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/**
 * The rows of a table, as text.
 *
 * @param rows values in the order of the table's columns
 */
record TableRows(Table table, List<List<@Nullable String>> rows) {

    /** Of all tables. */
    static List<TableRows> read(Connection connection, Dialect dialect, Schema schema) throws SQLException {
        List<TableRows> all = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            all.add(read(connection, dialect, table));
        }
        return all;
    }

    private static TableRows read(Connection connection, Dialect dialect, Table table) throws SQLException {
        List<String> names = table.columns().stream().map(Column::name).toList();
        String sql =
                "SELECT " + new StandardRows(dialect).names(names) + " FROM " + Names.qualified(dialect, table.name());
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= names.size(); i++) {
                    row.add(text(result, i));
                }
                rows.add(Collections.unmodifiableList(row));
            }
        }
        return new TableRows(table, rows);
    }

    private static @Nullable String text(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : result.getString(column);
    }

    /** The same table now. */
    TableRows again(Connection connection, Dialect dialect) throws SQLException {
        return read(connection, dialect, table);
    }

    /** The positions of the columns by which a row is known; none where nothing but the whole row tells. */
    List<Integer> key() {
        List<String> names = table.columns().stream().map(Column::name).toList();
        return table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .findFirst()
                .map(key -> key.columns().stream().map(names::indexOf).toList())
                .orElse(List.of());
    }
}
