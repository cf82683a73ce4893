package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Queries of the catalogue. */
final class Rows {
    private Rows() {}

    /** Makes a value of a row. */
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Takes note of a row. */
    interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String sql, Visitor visitor, @Nullable String... parameters)
            throws SQLException {
        of(
                connection,
                sql,
                row -> {
                    visitor.visit(row);
                    return Boolean.TRUE;
                },
                parameters);
    }

    static <T> List<T> of(Connection connection, String sql, Mapper<T> mapper, @Nullable String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(mapper.map(rows));
                }
            }
            return values;
        }
    }
}
