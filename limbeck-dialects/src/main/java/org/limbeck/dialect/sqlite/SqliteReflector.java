package org.limbeck.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Reflector;
import org.limbeck.error.LimbeckException;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * Reads the statements that SQLite keeps in its catalogue, for its pragmas tell neither checks nor collations, names,
 * conflict clauses or deferrability. Two queries read a whole schema. Stateless.
 */
final class SqliteReflector implements Reflector {
    private static final Set<String> OWN = Set.of("limbeck_revision", "limbeck_event", "limbeck_lock");

    /** A row of the catalogue. */
    private record Entry(String type, String name, String table, String sql) {}

    // ---- a whole schema

    @Override
    public Schema schema(Connection connection, @Nullable String namespace) throws SQLException {
        String prefix = namespace == null ? "main" : namespace;
        List<Entry> entries = entries(
                connection,
                "SELECT type, name, tbl_name, sql FROM " + quoted(prefix)
                        + ".sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY"
                        + " rowid");
        Set<String> shadows = shadows(connection, prefix);
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        Map<String, String> tableNames = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.type.equals("index")) {
                indexes.computeIfAbsent(lower(entry.table), t -> new ArrayList<>())
                        .add(entry.sql);
            } else if (entry.type.equals("table")) {
                tableNames.put(lower(entry.name), entry.name);
            }
        }
        Reading reading = new Reading(namespace, indexes, tableNames);
        entries.stream().filter(e -> !shadows.contains(e.name)).forEach(reading::add);
        return reading.schema();
    }

    /** A schema while it is read. */
    private static final class Reading {
        private final @Nullable String namespace;
        private final Map<String, List<String>> indexes;
        private final Map<String, String> tableNames;
        private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        private final Map<QualifiedName, View> views = new LinkedHashMap<>();
        private final List<String> unknowns = new ArrayList<>();
        private final List<Trigger> triggers = new ArrayList<>();

        Reading(@Nullable String namespace, Map<String, List<String>> indexes, Map<String, String> tableNames) {
            this.namespace = namespace;
            this.indexes = indexes;
            this.tableNames = tableNames;
        }

        void add(Entry entry) {
            QualifiedName name = new QualifiedName(namespace, entry.name);
            try {
                switch (entry.type) {
                    case "table" -> addTable(entry, name);
                    case "view" -> views.put(name, ViewText.parse(entry.sql).view(name));
                    case "trigger" -> {
                        QualifiedName table = new QualifiedName(namespace, entry.table);
                        triggers.add(new Trigger(entry.name, table, SqlText.of(entry.sql)));
                    }
                    default -> {}
                }
            } catch (LimbeckException e) {
                unknowns.add(entry.type + " " + name + ": "
                        + String.join("; ", e.problem().why()));
            }
        }

        private void addTable(Entry entry, QualifiedName name) {
            if (Token.all(entry.sql).get(1).isWord("VIRTUAL")) {
                unknowns.add("table " + name + " is virtual: " + entry.sql);
                return;
            }
            List<String> own = indexes.getOrDefault(lower(entry.name), List.of());
            Table table = TableReader.read(name, TableParser.parse(entry.sql), own);
            tables.put(name, exactReferences(table, tableNames));
            if (entry.name.startsWith("_alembic_tmp_") || entry.name.startsWith(Rebuild.PREFIX)) {
                unknowns.add("table " + name + " looks like the rest of an interrupted rebuild");
            }
        }

        Schema schema() {
            return Schema.EMPTY
                    .withTables(tables)
                    .withViews(views)
                    .plusTriggers(triggers)
                    .plusUnknowns(unknowns);
        }
    }

    /** Tables that a virtual table keeps its rows in. */
    private static Set<String> shadows(Connection connection, String schema) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name FROM pragma_table_list WHERE type = 'shadow' AND schema = ?")) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    names.add(result.getString(1));
                }
            }
        }
        return names;
    }

    /** Foreign keys name tables in any case; the value has the name as it is. */
    private static Table exactReferences(Table table, Map<String, String> names) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key) {
                String exact = names.getOrDefault(
                        lower(key.references().name()), key.references().name());
                constraints.add(key.towards(new QualifiedName(table.name().schema(), exact), key.referencedColumns()));
            } else {
                constraints.add(constraint);
            }
        }
        return table.withConstraints(constraints);
    }

    // ---- single things

    @Override
    public Optional<Table> table(Connection connection, QualifiedName name) throws SQLException {
        List<Entry> entries = entries(
                connection,
                "SELECT type, name, tbl_name, sql FROM " + master(name)
                        + " WHERE sql IS NOT NULL AND (tbl_name = ? COLLATE NOCASE OR type = 'table') ORDER BY rowid",
                name.name());
        Map<String, String> names = new LinkedHashMap<>();
        List<String> indexes = new ArrayList<>();
        String sql = null;
        for (Entry entry : entries) {
            if (entry.type.equals("table")) {
                names.put(lower(entry.name), entry.name);
                sql = entry.name.equals(name.name()) ? entry.sql : sql;
            } else if (entry.type.equals("index")) {
                indexes.add(entry.sql);
            }
        }
        return sql == null || Token.all(sql).get(1).isWord("VIRTUAL")
                ? Optional.empty()
                : Optional.of(exactReferences(TableReader.read(name, TableParser.parse(sql), indexes), names));
    }

    @Override
    public List<String> source(Connection connection, QualifiedName table) throws SQLException {
        List<Entry> entries = entries(
                connection,
                "SELECT type, name, tbl_name, sql FROM " + master(table)
                        + " WHERE sql IS NOT NULL AND (tbl_name = ? COLLATE NOCASE OR type = 'trigger' OR name IN"
                        + " ('sqlite_stat1', 'sqlite_stat4', ?)) ORDER BY rowid",
                table.name(),
                Rebuild.PREFIX + table.name());
        List<String> statements = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.type.equals("table") && entry.name.equals(table.name())) {
                statements.add(0, entry.sql);
            } else if (!entry.type.equals("trigger") || mentions(entry.sql, table.name())) {
                statements.add(entry.sql);
            }
        }
        boolean found = entries.stream().anyMatch(e -> e.type.equals("table") && e.name.equals(table.name()));
        return found ? statements : List.of();
    }

    private static boolean mentions(String sql, String name) {
        return Token.all(sql).stream().anyMatch(t -> t.names(name));
    }

    @Override
    public Optional<View> view(Connection connection, QualifiedName name) throws SQLException {
        return entries(
                        connection,
                        "SELECT type, name, tbl_name, sql FROM " + master(name) + " WHERE type = 'view' AND name = ?",
                        name.name())
                .stream()
                .map(e -> ViewText.parse(e.sql).view(name))
                .findFirst();
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, QualifiedName name) {
        return Optional.empty();
    }

    @Override
    public Optional<EnumType> enumType(Connection connection, QualifiedName name) {
        return Optional.empty();
    }

    @Override
    public List<Trigger> triggersOn(Connection connection, QualifiedName table) throws SQLException {
        return entries(
                        connection,
                        "SELECT type, name, tbl_name, sql FROM " + master(table)
                                + " WHERE type = 'trigger' AND tbl_name = ? COLLATE NOCASE ORDER BY rowid",
                        table.name())
                .stream()
                .map(e -> new Trigger(e.name, table, SqlText.of(e.sql)))
                .toList();
    }

    @Override
    public List<View> viewsReading(Connection connection, QualifiedName tableOrView) throws SQLException {
        List<ViewText> all = new ArrayList<>();
        for (Entry entry : entries(
                connection,
                "SELECT type, name, tbl_name, sql FROM " + master(tableOrView)
                        + " WHERE type = 'view' ORDER BY rowid")) {
            all.add(ViewText.parse(entry.sql));
        }
        List<ViewText> found = new ArrayList<>();
        collect(tableOrView.name(), all, found, new HashSet<>());
        return found.stream().map(v -> v.view(tableOrView.sibling(v.name()))).toList();
    }

    /** Depth first and last things first, so that each view comes after those that it reads. */
    private static void collect(String read, List<ViewText> all, List<ViewText> found, Set<String> seen) {
        for (int i = all.size() - 1; i >= 0; i--) {
            ViewText view = all.get(i);
            if (view.reads(read) && !view.name().equalsIgnoreCase(read) && seen.add(view.name())) {
                collect(view.name(), all, found, seen);
                found.add(0, view);
            }
        }
    }

    @Override
    public int countTables(Connection connection) throws SQLException {
        String own = String.join("', '", OWN);
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                + " AND name NOT IN ('" + own + "')");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    // ---- the catalogue

    private static String master(QualifiedName name) {
        return quoted(name.schema() == null ? "main" : name.schema()) + ".sqlite_master";
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<Entry> entries(Connection connection, String sql, String... parameters) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    entries.add(new Entry(
                            result.getString(1), result.getString(2), result.getString(3), result.getString(4)));
                }
            }
        }
        return entries;
    }
}
