package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Reflector;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** Reads schemas from information_schema. Stateless. */
final class MySqlReflector implements Reflector {
    private final MySqlDialect dialect;

    MySqlReflector(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Schema schema(Connection connection, @Nullable String namespace) throws SQLException {
        Catalogue catalogue = Catalogue.of(connection, dialect, namespace);
        TableReader tables = new TableReader(catalogue, null, null);
        BodyReader bodies = new BodyReader(catalogue);
        Schema schema = Schema.of(tables.read())
                .plusViews(new ViewReader(catalogue, null).all())
                .plusTriggers(bodies.triggers(null, null))
                .plusRoutines(bodies.routines());
        if (dialect.supports(Feature.SEQUENCES)) {
            schema = schema.plusSequences(new SequenceReader(catalogue).all());
        }
        return schema.plusUnknowns(tables.unknowns()).plusUnknowns(bodies.unknowns());
    }

    @Override
    public Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        Catalogue catalogue = Catalogue.of(connection, dialect, name.schema());
        return new TableReader(catalogue, name.schema(), name.name())
                .read().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    @Override
    public Optional<View> view(Connection connection, QualifiedName name) throws SQLException {
        Catalogue catalogue = Catalogue.of(connection, dialect, name.schema());
        return new ViewReader(catalogue, name.schema()).one(name.name());
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, QualifiedName name) throws SQLException {
        if (!dialect.supports(Feature.SEQUENCES)) {
            return Optional.empty();
        }
        Catalogue catalogue = Catalogue.of(connection, dialect, name.schema());
        return new SequenceReader(catalogue).one(name);
    }

    /** Never there: the values are kept at the columns. */
    @Override
    public Optional<EnumType> enumType(Connection connection, QualifiedName name) {
        return Optional.empty();
    }

    @Override
    public List<Trigger> triggersOn(Connection connection, QualifiedName table) throws SQLException {
        Catalogue catalogue = Catalogue.of(connection, dialect, table.schema());
        return new BodyReader(catalogue).triggers(table.schema(), table.name());
    }

    @Override
    public List<View> viewsReading(Connection connection, QualifiedName tableOrView) throws SQLException {
        Catalogue catalogue = Catalogue.of(connection, dialect, tableOrView.schema());
        return new ViewReader(catalogue, tableOrView.schema()).reading(tableOrView.name());
    }

    @Override
    public List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        Catalogue catalogue = Catalogue.of(connection, dialect, null);
        catalogue.query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = ?",
                row -> names.add(row.getString(1)),
                catalogue.schema());
        return names;
    }

    @Override
    public int countTables(Connection connection) throws SQLException {
        Map<String, Integer> count = new LinkedHashMap<>();
        Catalogue catalogue = Catalogue.of(connection, dialect, null);
        catalogue.query(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = ?"
                        + " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')"
                        + " AND table_name NOT IN ('limbeck_revision', 'limbeck_event', 'limbeck_lock')",
                row -> count.put("tables", row.getInt(1)),
                catalogue.schema());
        return count.getOrDefault("tables", 0);
    }
}
