package org.limbeck.compare;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

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
        Schema all = one;
        for (Table table : other.tables().values()) {
            all = all.with(table);
        }
        for (View view : other.views().values()) {
            all = all.with(view);
        }
        for (Sequence sequence : other.sequences().values()) {
            all = all.with(sequence);
        }
        for (EnumType type : other.enums().values()) {
            all = all.with(type);
        }
        for (Routine routine : other.routines().values()) {
            all = all.with(routine);
        }
        for (Trigger trigger : other.triggers().values()) {
            all = all.with(trigger);
        }
        for (String unknown : other.unknowns()) {
            all = all.unknowns().contains(unknown) ? all : all.unknown(unknown);
        }
        return all;
    }
}
