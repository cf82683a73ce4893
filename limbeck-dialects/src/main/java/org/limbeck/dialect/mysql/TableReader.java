package org.limbeck.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.migration.Naming;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;

/** Reads the tables of a schema, or one of them, in five queries. Used once; not thread-safe. */
final class TableReader {
    private final Catalogue catalogue;
    private final boolean mariaDb;
    private final @Nullable String qualifier;
    private final @Nullable String only;
    private final Map<String, Parts> tables = new LinkedHashMap<>();
    private final List<String> unknowns = new ArrayList<>();

    /**
     * @param qualifier the schema that names are written with, or null
     * @param only the one table to read, or null for all
     */
    TableReader(Catalogue catalogue, @Nullable String qualifier, @Nullable String only) {
        this.catalogue = catalogue;
        this.mariaDb = catalogue.dialect().isMariaDb();
        this.qualifier = qualifier;
        this.only = only;
    }

    /** What is known of one table so far. */
    private static final class Parts {
        final QualifiedName name;
        final String options;
        final @Nullable String collation;
        final @Nullable String comment;
        final List<Column> columns = new ArrayList<>();
        final List<Constraint> constraints = new ArrayList<>();
        final Map<String, KeyParts> keys = new LinkedHashMap<>();
        final Map<String, String> columnChecks = new LinkedHashMap<>();

        Parts(QualifiedName name, String options, @Nullable String collation, @Nullable String comment) {
            this.name = name;
            this.options = options;
            this.collation = collation;
            this.comment = comment;
        }
    }

    /** What is known of one index or foreign key so far. */
    private record KeyParts(boolean distinct, @Nullable String method, String options, List<IndexMember> members) {}

    List<Table> read() throws SQLException {
        readTables();
        if (tables.isEmpty()) {
            return List.of();
        }
        readChecks();
        readColumns();
        readIndexes();
        readForeignKeys();
        return tables.values().stream().map(this::table).toList();
    }

    List<String> unknowns() {
        return unknowns;
    }

    private void readTables() throws SQLException {
        catalogue.query(
                "SELECT t.table_name, t.table_type, t.engine, t.create_options, t.table_collation, t.table_comment,"
                        + " s.default_collation_name FROM information_schema.tables t"
                        + " JOIN information_schema.schemata s ON s.schema_name = t.table_schema"
                        + " WHERE $WHERE AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') ORDER BY t.table_name",
                "t.table_schema",
                "t.table_name",
                only,
                this::readTable);
    }

    private void readTable(ResultSet row) throws SQLException {
        String name = row.getString(1);
        String created = String.valueOf(row.getString(4)).strip();
        StringBuilder options = new StringBuilder();
        String engine = String.valueOf(row.getString(3));
        if (!engine.equalsIgnoreCase("InnoDB")) {
            options.append(" ENGINE=").append(engine);
        }
        String collation = row.getString(5);
        if (collation != null && !collation.equals(row.getString(7))) {
            options.append(" COLLATE=").append(collation);
        }
        if (created.contains("partitioned")) {
            unknowns.add("the partitions of table " + name + " are not read");
            created = created.replace("partitioned", "").strip();
        }
        options.append(created.isEmpty() || created.equals("null") ? "" : " " + created);
        if (row.getString(2).equals("SYSTEM VERSIONED")) {
            options.append(" WITH SYSTEM VERSIONING");
        }
        String comment = row.getString(6);
        tables.put(
                name,
                new Parts(
                        new QualifiedName(qualifier, name),
                        options.toString().strip(),
                        collation,
                        comment == null || comment.isEmpty() ? null : comment));
    }

    // ---- checks

    private void readChecks() throws SQLException {
        String sql = mariaDb
                ? "SELECT c.table_name, c.constraint_name, c.check_clause, 'YES', c.level"
                        + " FROM information_schema.check_constraints c WHERE $WHERE ORDER BY c.constraint_name"
                : "SELECT t.table_name, c.constraint_name, c.check_clause, t.enforced, 'Table'"
                        + " FROM information_schema.table_constraints t"
                        + " JOIN information_schema.check_constraints c ON c.constraint_schema = t.constraint_schema"
                        + " AND c.constraint_name = t.constraint_name"
                        + " WHERE $WHERE AND t.constraint_type = 'CHECK' ORDER BY c.constraint_name";
        String alias = mariaDb ? "c." : "t.";
        catalogue.query(sql, alias + "constraint_schema", alias + "table_name", only, this::readCheck);
    }

    private void readCheck(ResultSet row) throws SQLException {
        Parts table = tables.get(row.getString(1));
        if (table == null) {
            return;
        }
        String clause = mariaDb ? row.getString(3) : DefaultReader.unescaped(row.getString(3));
        if (row.getString(5).equals("Column")) {
            table.columnChecks.put(row.getString(2), clause);
            return;
        }
        if (row.getString(4).equals("NO")) {
            unknowns.add("check " + row.getString(2) + " of table " + table.name + " is NOT ENFORCED");
        }
        SqlText expression = SqlText.of(Expressions.unwrapped(clause));
        table.constraints.add(new Check(row.getString(2), expression, true));
    }

    // ---- columns

    private void readColumns() throws SQLException {
        String srid = mariaDb ? "NULL" : "c.srs_id";
        catalogue.query(
                "SELECT c.table_name, c.column_name, c.column_default, c.is_nullable, c.column_type, c.collation_name,"
                        + " c.extra, c.column_comment, c.generation_expression, " + srid
                        + " FROM information_schema.columns c WHERE $WHERE ORDER BY c.table_name, c.ordinal_position",
                "c.table_schema",
                "c.table_name",
                only,
                this::readColumn);
    }

    private void readColumn(ResultSet row) throws SQLException {
        Parts table = tables.get(row.getString(1));
        if (table != null) {
            String name = row.getString(2);
            ColumnReader reader = new ColumnReader(catalogue, table.name.name(), table.collation);
            Column column = reader.read(row, table.columnChecks.get(name));
            table.columns.add(column);
            if (column.defaultValue() instanceof DefaultValue.Expression expression
                    && expression.sql().sql().equals(DefaultReader.UNREADABLE)) {
                unknowns.add("the default of column " + table.name + "." + name + " is not shown by the catalogue");
            }
        }
    }

    // ---- indexes

    private void readIndexes() throws SQLException {
        String own = mariaDb ? "s.ignored, NULL" : "s.is_visible, s.expression";
        catalogue.query(
                "SELECT s.table_name, s.index_name, s.non_unique, s.column_name, s.collation, s.sub_part, s.index_type,"
                        + " s.index_comment, " + own
                        + " FROM information_schema.statistics s WHERE $WHERE"
                        + " ORDER BY s.table_name, s.index_name, s.seq_in_index",
                "s.table_schema",
                "s.table_name",
                only,
                this::readIndexMember);
    }

    private void readIndexMember(ResultSet row) throws SQLException {
        Parts table = tables.get(row.getString(1));
        if (table == null) {
            return;
        }
        boolean distinct = row.getInt(3) == 0;
        String name = row.getString(2);
        KeyParts key = table.keys.get(name);
        if (key == null) {
            key = new KeyParts(distinct, method(row.getString(7), distinct), indexOptions(row), new ArrayList<>());
            table.keys.put(name, key);
        }
        key.members().add(member(row, key.method()));
    }

    /** MariaDB's unique keys over long texts are hashes, which nobody asked for. */
    private static @Nullable String method(String type, boolean distinct) {
        String method = type.toLowerCase(Locale.ROOT);
        return method.equals("btree") || (distinct && method.equals("hash")) ? null : method;
    }

    private String indexOptions(ResultSet row) throws SQLException {
        StringBuilder options = new StringBuilder();
        String comment = row.getString(8);
        if (comment != null && !comment.isEmpty()) {
            options.append("COMMENT ").append(MySqlLiterals.quoted(comment)).append(' ');
        }
        boolean hidden = row.getString(9).equals(mariaDb ? "YES" : "NO");
        return options.append(hidden ? (mariaDb ? "IGNORED" : "INVISIBLE") : "")
                .toString()
                .strip();
    }

    private static IndexMember member(ResultSet row, @Nullable String method) throws SQLException {
        String column = row.getString(4);
        String expression = row.getString(10);
        boolean descending = "D".equals(row.getString(5));
        int part = row.getInt(6);
        boolean prefixed = !row.wasNull() && method == null;
        IndexMember member = column != null
                ? IndexMember.column(column)
                : IndexMember.expression(
                        SqlText.of(Expressions.unwrapped(DefaultReader.unescaped(String.valueOf(expression)))));
        IndexMember cut = prefixed ? member.prefix(part) : member;
        return descending ? cut.desc() : cut;
    }

    // ---- foreign keys

    private void readForeignKeys() throws SQLException {
        Map<String, List<String[]>> pairs = new LinkedHashMap<>();
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        catalogue.query(
                "SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_schema,"
                        + " k.referenced_table_name, k.referenced_column_name, r.delete_rule, r.update_rule"
                        + " FROM information_schema.key_column_usage k"
                        + " JOIN information_schema.referential_constraints r"
                        + " ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name"
                        + " AND r.table_name = k.table_name"
                        + " WHERE $WHERE AND k.referenced_table_name IS NOT NULL"
                        + " ORDER BY k.table_name, k.constraint_name, k.ordinal_position",
                "k.table_schema",
                "k.table_name",
                only,
                row -> {
                    String id = row.getString(1) + "\0" + row.getString(2);
                    pairs.computeIfAbsent(id, unused -> new ArrayList<>())
                            .add(new String[] {row.getString(3), row.getString(6)});
                    keys.put(id, foreignKey(row));
                });
        keys.forEach((id, key) -> {
            Parts table = tables.get(id.substring(0, id.indexOf('\0')));
            if (table != null) {
                List<String[]> columns = pairs.getOrDefault(id, List.of());
                table.constraints.add(new ForeignKey(
                        key.name(),
                        columns.stream().map(c -> c[0]).toList(),
                        key.references(),
                        columns.stream().map(c -> c[1]).toList(),
                        key.onDelete(),
                        key.onUpdate(),
                        Deferrability.NOT_DEFERRABLE,
                        null,
                        true));
            }
        });
    }

    private ForeignKey foreignKey(ResultSet row) throws SQLException {
        String schema = row.getString(4);
        String shown = schema.equals(catalogue.schema()) ? qualifier : schema;
        return ForeignKey.of(List.of(), new QualifiedName(shown, row.getString(5)), List.of())
                .named(row.getString(2))
                .onDelete(action(row.getString(7)))
                .onUpdate(action(row.getString(8)));
    }

    /** MariaDB says RESTRICT for nothing said, MySQL NO ACTION; to InnoDB they are one. */
    private static ReferentialAction action(String rule) {
        return switch (rule) {
            case "CASCADE" -> ReferentialAction.CASCADE;
            case "SET NULL" -> ReferentialAction.SET_NULL;
            case "SET DEFAULT" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    // ---- the whole

    private Table table(Parts parts) {
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        parts.keys.forEach((name, key) -> {
            Index index = index(name, key);
            if (name.equals("PRIMARY")) {
                PrimaryKey primary = new PrimaryKey(null, index.columns(), Deferrability.NOT_DEFERRABLE);
                constraints.add(0, primary.named(Naming.name(parts.name, primary)));
            } else if (Keys.isPlainUnique(index)) {
                constraints.add(Keys.unique(index));
            } else {
                indexes.add(index);
            }
        });
        constraints.addAll(parts.constraints);
        Map<String, String> options =
                parts.options.isEmpty() ? Map.of() : Map.of(catalogue.dialect().name(), parts.options);
        Table table = new Table(parts.name, parts.columns, constraints, List.of(), parts.comment, options);
        return table.withIndexes(indexes.stream()
                .filter(index -> !Keys.backsForeignKey(index, table)
                        || Keys.backsSeveral(index, table)
                        || Keys.covered(table.withIndexes(others(indexes, index)), index.columns()))
                .toList());
    }

    private static List<Index> others(List<Index> indexes, Index index) {
        return indexes.stream().filter(other -> other != index).toList();
    }

    private Index index(String name, KeyParts key) {
        Index index = Index.of(key.members()).named(name);
        Index distinct = key.distinct() ? index.unique() : index;
        Index typed = key.method() == null ? distinct : distinct.using(key.method());
        return key.options().isEmpty()
                ? typed
                : typed.option(catalogue.dialect().name(), key.options());
    }
}
