package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * Reads schemas from a database, in a fixed number of catalogue queries. An unqualified name means the connection's own
 * schema; what is read of that schema has unqualified names. Never changes anything; works inside a transaction.
 */
public interface Reflector {

    /**
     * A whole schema.
     *
     * @param namespace the schema to read, or null for the connection's own
     */
    Schema schema(Connection connection, @Nullable String namespace) throws SQLException;

    /** One table with its columns, constraints and valid indexes. */
    Optional<Table> table(Connection connection, QualifiedName name) throws SQLException;

    Optional<View> view(Connection connection, QualifiedName name) throws SQLException;

    Optional<Sequence> sequence(Connection connection, QualifiedName name) throws SQLException;

    Optional<EnumType> enumType(Connection connection, QualifiedName name) throws SQLException;

    /** Triggers on a table or view, with definitions that create them again. */
    List<Trigger> triggersOn(Connection connection, QualifiedName table) throws SQLException;

    /** Views that read a table or view, directly or through others, each after those that it reads. */
    List<View> viewsReading(Connection connection, QualifiedName tableOrView) throws SQLException;

    /** The statements that made a table, for {@link Source}; empty where the database does not keep them. */
    default List<String> source(Connection connection, QualifiedName table) throws SQLException {
        return List.of();
    }

    /** Whether an index is there but unfinished. */
    default boolean invalidIndex(Connection connection, QualifiedName table, String index) throws SQLException {
        return false;
    }

    /** The names of all tables and views in the connection's own schema, and of nothing else of them. */
    default List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /** The number of tables in the connection's own schema, Limbeck's own left out. */
    int countTables(Connection connection) throws SQLException;
}
