package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Reflector;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** Reads by the names as H2 keeps them, and gives them as they are shown. Thread-safe. */
record FoldedReflector(Reflector inner, FoldedNames names) implements Reflector {

    @Override
    public Schema schema(Connection connection, @Nullable String namespace) throws SQLException {
        return new FoldedSchema(names).shown(inner.schema(connection, names.storedOrNull(namespace)));
    }

    @Override
    public Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        return inner.table(connection, names.stored(name))
                .map(t -> new FoldedSchema(names).shown(t).named(name));
    }

    @Override
    public Optional<View> view(Connection connection, QualifiedName name) throws SQLException {
        return inner.view(connection, names.stored(name)).map(names::shown);
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, QualifiedName name) throws SQLException {
        return inner.sequence(connection, names.stored(name)).map(names::shown);
    }

    @Override
    public Optional<EnumType> enumType(Connection connection, QualifiedName name) throws SQLException {
        return inner.enumType(connection, names.stored(name));
    }

    @Override
    public List<Trigger> triggersOn(Connection connection, QualifiedName table) throws SQLException {
        return inner.triggersOn(connection, names.stored(table)).stream()
                .map(names::shown)
                .toList();
    }

    @Override
    public List<View> viewsReading(Connection connection, QualifiedName tableOrView) throws SQLException {
        return inner.viewsReading(connection, names.stored(tableOrView)).stream()
                .map(names::shown)
                .toList();
    }

    @Override
    public int countTables(Connection connection) throws SQLException {
        return inner.countTables(connection);
    }
}
