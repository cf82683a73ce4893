package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Reflector;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** Reads schemas from INFORMATION_SCHEMA, a whole one in 16 queries at most. Thread-safe. */
final class H2Reflector implements Reflector {
    private static final String COUNT = """
            SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES
            WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND TABLE_TYPE = 'BASE TABLE'
              AND LOWER(TABLE_NAME) NOT IN ('limbeck_revision', 'limbeck_event', 'limbeck_lock')""";

    private final Dialect dialect;

    H2Reflector(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Schema schema(Connection connection, @Nullable String namespace) throws SQLException {
        Place place = Place.of(connection, namespace);
        ObjectReader objects = new ObjectReader(connection, place);
        TableReader tables = new TableReader(connection, place, null);
        Set<String> backing = Set.copyOf(objects.others());
        List<Table> own = tables.read().stream()
                .filter(table -> !backing.contains(table.name().name()))
                .toList();
        return Schema.of(own)
                .plusSequences(objects.sequences())
                .plusViews(new ViewReader(dialect, connection, place).inSchema())
                .plusTriggers(objects.triggers())
                .plusRoutines(objects.routines())
                .plusUnknowns(tables.unknowns())
                .plusUnknowns(objects.unknowns());
    }

    @Override
    public Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        Place place = Place.of(connection, name.schema());
        return new TableReader(connection, place, name.name())
                .read().stream().map(t -> t.named(name)).findFirst();
    }

    @Override
    public Optional<View> view(Connection connection, QualifiedName name) throws SQLException {
        return new ViewReader(dialect, connection, Place.of(connection, name.schema())).one(name);
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, QualifiedName name) throws SQLException {
        return objects(connection, name).sequences().stream()
                .filter(s -> s.name().name().equals(name.name()))
                .findFirst();
    }

    /** Never one: the values are kept at the columns. */
    @Override
    public Optional<EnumType> enumType(Connection connection, QualifiedName name) {
        return Optional.empty();
    }

    @Override
    public List<Trigger> triggersOn(Connection connection, QualifiedName table) throws SQLException {
        return objects(connection, table).triggers().stream()
                .filter(t -> t.table().name().equals(table.name()))
                .toList();
    }

    @Override
    public List<View> viewsReading(Connection connection, QualifiedName tableOrView) throws SQLException {
        return new ViewReader(dialect, connection, Place.of(connection, tableOrView.schema()))
                .reading(tableOrView.name());
    }

    @Override
    public int countTables(Connection connection) throws SQLException {
        return Rows.of(connection, COUNT, row -> row.getInt(1)).get(0);
    }

    private ObjectReader objects(Connection connection, QualifiedName name) throws SQLException {
        return new ObjectReader(connection, Place.of(connection, name.schema()));
    }
}
