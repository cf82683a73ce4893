package org.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

import org.limbeck.dialect.Pool;
import org.limbeck.dialect.Reflector;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * Reads schemas from pg_catalog: eleven queries for a whole schema, four for one table. Partitioned tables and those
 * that inherit are read as tables, and named among the unknowns; partitions are only named. Stateless.
 */
final class PostgresqlReflector implements Reflector {
    /** In a transaction the driver holds no more rows of an answer than these; outside it holds all. */
    private static final int ROWS_AT_ONCE = 2_000;

    private final Catalogue catalogue;

    PostgresqlReflector(ServerInfo server) {
        this.catalogue = new Catalogue(server);
    }

    /** A row that is read. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Asks about one thing, or about all where no name is given. */
    private static void ask(
            Connection connection, String sql, RowReader reader, @Nullable String namespace, @Nullable String name)
            throws SQLException {
        if (name == null) {
            query(connection, Catalogue.all(sql), reader, namespace);
        } else {
            query(connection, sql, reader, namespace, name);
        }
    }

    private static void query(Connection connection, String sql, RowReader reader, @Nullable String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    static QualifiedName name(ResultSet row, int schema) throws SQLException {
        return new QualifiedName(row.getString(schema), row.getString(schema + 1));
    }

    @Override
    public Schema schema(Connection connection, @Nullable String namespace) throws SQLException {
        if (!connection.getAutoCommit()) {
            return read(connection, namespace);
        }
        connection.setAutoCommit(false);
        try {
            return read(connection, namespace);
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Schema read(Connection connection, @Nullable String namespace) throws SQLException {
        Relations relations = relations(connection, Catalogue.RELATIONS, namespace, null);
        Schema schema = Schema.of(relations.tables())
                .plusViews(inOrder(connection, relations, namespace))
                .plusSequences(sequences(connection, namespace, null))
                .plusEnums(enums(connection, namespace, null))
                .plusTriggers(triggers(connection, namespace, null));
        schema = withRoutines(connection, namespace, schema);
        return withUnknowns(connection, namespace, withExtensions(connection, schema));
    }

    private static Schema withRoutines(Connection connection, @Nullable String namespace, Schema before)
            throws SQLException {
        List<Routine> routines = new ArrayList<>();
        query(connection, Catalogue.ROUTINES, row -> routines.add(routine(row)), namespace);
        Map<QualifiedName, Routine> known = new LinkedHashMap<>();
        List<String> unknowns = new ArrayList<>();
        for (Routine routine : routines) {
            if (known.putIfAbsent(routine.name(), routine) != null) {
                unknowns.add("routine " + routine.name() + routine.signature()
                        + " shares its name with another, of which only one is known");
            }
        }
        return before.withRoutines(known).plusUnknowns(unknowns);
    }

    private static Routine routine(ResultSet row) throws SQLException {
        Routine.Kind kind = row.getString(3).equals("p") ? Routine.Kind.PROCEDURE : Routine.Kind.FUNCTION;
        return new Routine(
                name(row, 1),
                kind,
                "(" + row.getString(4) + ")",
                SqlText.of(row.getString(5).strip()));
    }

    private static Schema withExtensions(Connection connection, Schema before) throws SQLException {
        List<Extension> extensions = new ArrayList<>();
        List<String> namespaces = new ArrayList<>();
        query(connection, Catalogue.EXTENSIONS_AND_SCHEMAS, row -> {
            if (row.getBoolean(1)) {
                extensions.add(new Extension(row.getString(2), row.getString(3), row.getString(4)));
            } else {
                namespaces.add(row.getString(2));
            }
        });
        Schema schema = before;
        for (Extension extension : extensions) {
            schema = schema.with(extension);
        }
        for (String namespace : namespaces) {
            schema = schema.withNamespace(namespace);
        }
        return schema;
    }

    private Schema withUnknowns(Connection connection, @Nullable String namespace, Schema before) throws SQLException {
        Set<String> reasons = new LinkedHashSet<>();
        query(connection, catalogue.unknowns(), row -> reasons.add(row.getString(1)), namespace);
        return before.plusUnknowns(reasons);
    }

    // ---- tables and views

    /** Tables and views with what belongs to them, by the numbers that the catalogue gives them. */
    private record Relations(Map<Long, Table> byNumber, Map<Long, View> views) {
        List<Table> tables() {
            return List.copyOf(byNumber.values());
        }
    }

    private Relations relations(Connection connection, String sql, @Nullable String namespace, @Nullable String name)
            throws SQLException {
        Map<Long, Table> tables = new LinkedHashMap<>();
        Map<Long, View> views = new LinkedHashMap<>();
        ask(
                connection,
                sql,
                row -> {
                    if (row.getString(8) == null) {
                        tables.put(row.getLong(1), CatalogueRows.table(row));
                    } else {
                        views.put(row.getLong(1), CatalogueRows.view(row));
                    }
                },
                namespace,
                name);
        if (!tables.isEmpty()) {
            fill(connection, tables, namespace, name);
        }
        if (!tables.isEmpty() || views.values().stream().anyMatch(View::materialised)) {
            indexes(connection, tables, views, namespace, name);
        }
        return new Relations(tables, views);
    }

    private void fill(Connection connection, Map<Long, Table> tables, @Nullable String namespace, @Nullable String name)
            throws SQLException {
        Pool pool = new Pool();
        Map<String, DataType> types = new HashMap<>();
        Map<Long, List<Column>> columns = new HashMap<>();
        ask(
                connection,
                catalogue.columns(),
                row -> columns.computeIfAbsent(row.getLong(1), n -> new ArrayList<>())
                        .add(pool.one(
                                CatalogueRows.column(row, spelling -> types.computeIfAbsent(spelling, Types::parse)))),
                namespace,
                name);
        Map<Long, List<Constraint>> constraints = new HashMap<>();
        ask(
                connection,
                catalogue.constraints(),
                row -> constraints
                        .computeIfAbsent(row.getLong(1), n -> new ArrayList<>())
                        .add(CatalogueRows.constraint(row)),
                namespace,
                name);
        tables.replaceAll((number, table) -> table.withColumns(columns.getOrDefault(number, List.of()))
                .withConstraints(constraints.getOrDefault(number, List.of())));
    }

    private void indexes(
            Connection connection,
            Map<Long, Table> tables,
            Map<Long, View> views,
            @Nullable String namespace,
            @Nullable String name)
            throws SQLException {
        Map<Long, Map<String, Index>> indexes = new HashMap<>();
        ask(
                connection,
                catalogue.indexes(),
                row -> indexes.computeIfAbsent(row.getLong(1), n -> new LinkedHashMap<>())
                        .compute(row.getString(2), (index, known) -> CatalogueRows.index(known, row)),
                namespace,
                name);
        indexes.forEach((number, byName) -> {
            List<Index> list = List.copyOf(byName.values());
            tables.computeIfPresent(number, (n, table) -> table.withIndexes(list));
            views.computeIfPresent(
                    number,
                    (n, view) -> new View(
                            view.name(), view.query(), view.materialised(), list, view.comment(), view.options()));
        });
    }

    /** Views, each after those that it reads. */
    private static List<View> inOrder(Connection connection, Relations relations, @Nullable String namespace)
            throws SQLException {
        if (relations.views().isEmpty()) {
            return List.of();
        }
        Map<Long, Set<Long>> reads = new HashMap<>();
        ask(
                connection,
                Catalogue.READS,
                row -> reads.computeIfAbsent(row.getLong(1), n -> new LinkedHashSet<>())
                        .add(row.getLong(2)),
                namespace,
                null);
        List<View> ordered = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Long view : relations.views().keySet()) {
            place(view, relations.views(), reads, seen, ordered);
        }
        return ordered;
    }

    private static void place(
            Long number, Map<Long, View> views, Map<Long, Set<Long>> reads, Set<Long> seen, List<View> ordered) {
        View view = views.get(number);
        if (view == null || !seen.add(number)) {
            return;
        }
        for (Long source : reads.getOrDefault(number, Set.of())) {
            place(source, views, reads, seen, ordered);
        }
        ordered.add(view);
    }

    // ---- one thing by its name; the answer bears the name that was asked for

    @Override
    public Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        return relations(connection, Catalogue.RELATION, name.schema(), name.name()).tables().stream()
                .map(t -> t.named(name))
                .findFirst();
    }

    @Override
    public Optional<View> view(Connection connection, QualifiedName name) throws SQLException {
        return relations(connection, Catalogue.RELATION, name.schema(), name.name()).views().values().stream()
                .map(v -> named(v, name))
                .findFirst();
    }

    private static View named(View view, QualifiedName name) {
        return new View(name, view.query(), view.materialised(), view.indexes(), view.comment(), view.options());
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, QualifiedName name) throws SQLException {
        return sequences(connection, name.schema(), name.name()).stream()
                .map(s -> new Sequence(name, s.start(), s.increment(), s.minimum(), s.maximum(), s.cycle(), s.cache()))
                .findFirst();
    }

    private static List<Sequence> sequences(Connection connection, @Nullable String namespace, @Nullable String name)
            throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        ask(connection, Catalogue.SEQUENCES, row -> sequences.add(CatalogueRows.sequence(row)), namespace, name);
        return sequences;
    }

    @Override
    public Optional<EnumType> enumType(Connection connection, QualifiedName name) throws SQLException {
        return enums(connection, name.schema(), name.name()).stream()
                .map(e -> new EnumType(name, e.values()))
                .findFirst();
    }

    private static List<EnumType> enums(Connection connection, @Nullable String namespace, @Nullable String name)
            throws SQLException {
        List<EnumType> enums = new ArrayList<>();
        ask(
                connection,
                Catalogue.ENUMS,
                row -> enums.add(new EnumType(name(row, 1), CatalogueRows.texts(row, 3))),
                namespace,
                name);
        return enums;
    }

    @Override
    public List<Trigger> triggersOn(Connection connection, QualifiedName table) throws SQLException {
        return triggers(connection, table.schema(), table.name()).stream()
                .map(t -> new Trigger(t.name(), table, t.definition()))
                .toList();
    }

    private static List<Trigger> triggers(Connection connection, @Nullable String namespace, @Nullable String table)
            throws SQLException {
        List<Trigger> triggers = new ArrayList<>();
        ask(
                connection,
                Catalogue.TRIGGERS,
                row -> triggers.add(new Trigger(row.getString(1), name(row, 2), SqlText.of(row.getString(4)))),
                namespace,
                table);
        return triggers;
    }

    @Override
    public List<View> viewsReading(Connection connection, QualifiedName tableOrView) throws SQLException {
        List<String> namespaces = new ArrayList<>();
        List<QualifiedName> names = new ArrayList<>();
        ask(
                connection,
                Catalogue.READERS,
                row -> {
                    namespaces.add(row.getString(1));
                    names.add(name(row, 2));
                },
                tableOrView.schema(),
                tableOrView.name());
        Map<QualifiedName, View> known = new HashMap<>();
        for (String namespace : new LinkedHashSet<>(namespaces)) {
            relations(connection, Catalogue.RELATIONS, namespace, null)
                    .views()
                    .values()
                    .forEach(v -> known.put(v.name(), v));
        }
        return names.stream().map(known::get).filter(v -> v != null).toList();
    }

    @Override
    public boolean invalidIndex(Connection connection, QualifiedName table, String index) throws SQLException {
        boolean[] answer = {false};
        ask(connection, Catalogue.INVALID_INDEX, row -> answer[0] = row.getBoolean(1), table.schema(), index);
        return answer[0];
    }

    @Override
    public int countTables(Connection connection) throws SQLException {
        int[] answer = {0};
        ask(connection, Catalogue.COUNT, row -> answer[0] = row.getInt(1), null, null);
        return answer[0];
    }
}
