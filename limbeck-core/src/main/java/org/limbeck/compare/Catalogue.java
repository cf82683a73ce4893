package org.limbeck.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Schema;

/** Live schemas, read in a fixed number of queries each. */
final class Catalogue {
    private Catalogue() {}

    /** The name of the connection's own schema, or null where there is none. */
    static @Nullable String ownSchema(Connection connection, Dialect dialect) throws SQLException {
        String sql = dialect.currentSchemaSql();
        if (sql == null) {
            return null;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** The connection's own schema, and those others that are named in what is wanted. */
    static Schema read(Connection connection, Dialect dialect, Schema want, @Nullable String own) throws SQLException {
        Schema schema = dialect.reflector().schema(connection, null);
        Set<String> others = new TreeSet<>();
        want.tables().keySet().forEach(name -> add(others, name.schema(), own));
        want.views().keySet().forEach(name -> add(others, name.schema(), own));
        want.sequences().keySet().forEach(name -> add(others, name.schema(), own));
        want.enums().keySet().forEach(name -> add(others, name.schema(), own));
        for (String other : others) {
            schema = merged(schema, dialect.reflector().schema(connection, other));
        }
        return schema;
    }

    private static void add(Set<String> others, @Nullable String schema, @Nullable String own) {
        if (schema != null && !schema.equals(own)) {
            others.add(schema);
        }
    }

    private static Schema merged(Schema one, Schema other) {
        List<String> unknowns = other.unknowns().stream()
                .filter(unknown -> !one.unknowns().contains(unknown))
                .toList();
        return one.plusTables(other.tables().values())
                .plusViews(other.views().values())
                .plusSequences(other.sequences().values())
                .plusEnums(other.enums().values())
                .plusRoutines(other.routines().values())
                .plusTriggers(other.triggers().values())
                .plusUnknowns(unknowns);
    }
}
