package org.limbeck.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;

/** Reads the tables of a schema, or one of them, by the same few queries. Not thread-safe. */
final class TableReader {
    private static final String TABLES = "SELECT TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = ? AND TABLE_TYPE = 'BASE TABLE'";
    private static final String COLUMNS = """
            SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER),
              IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY, IDENTITY_GENERATION, IDENTITY_START, IDENTITY_INCREMENT,
              GENERATION_EXPRESSION, REMARKS, DOMAIN_SCHEMA, DOMAIN_NAME, COLUMN_ON_UPDATE, DEFAULT_ON_NULL, IS_VISIBLE
            FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ?""";

    private final Connection connection;
    private final Place place;
    private final @Nullable String only;
    private final List<String> unknowns = new ArrayList<>();

    /** @param only the one table to read, or null for all of the schema */
    TableReader(Connection connection, Place place, @Nullable String only) {
        this.connection = connection;
        this.place = place;
        this.only = only;
    }

    /** What was found and has no place in a table. */
    List<String> unknowns() {
        return unknowns;
    }

    List<Table> read() throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        rows(TABLES, " ORDER BY TABLE_NAME", row -> {
            Table table = new Table(
                    place.name(row.getString(1)), List.of(), List.of(), List.of(), row.getString(2), Map.of());
            tables.put(row.getString(1), table);
        });
        if (tables.isEmpty()) {
            return List.of();
        }
        Map<String, List<Column>> columns = columns(tables.keySet().stream().toList());
        Map<String, List<Constraint>> constraints = new ConstraintReader(connection, place, only, unknowns).read();
        Map<String, List<Index>> indexes = new IndexReader(connection, place, only, unknowns).read();
        List<Table> read = new ArrayList<>();
        tables.forEach((name, table) -> read.add(table.withColumns(columns.getOrDefault(name, List.of()))
                .withConstraints(constraints.getOrDefault(name, List.of()))
                .withIndexes(indexes.getOrDefault(name, List.of()))));
        return read;
    }

    private void rows(String sql, String end, Rows.Visitor visitor) throws SQLException {
        if (only == null) {
            Rows.each(connection, sql + end, visitor, place.schema());
        } else {
            Rows.each(connection, sql + " AND TABLE_NAME = ?" + end, visitor, place.schema(), only);
        }
    }

    private Map<String, List<Column>> columns(List<String> tables) throws SQLException {
        Map<String, List<Column>> columns = new HashMap<>();
        rows(COLUMNS, " ORDER BY TABLE_NAME, ORDINAL_POSITION", row -> {
            if (tables.contains(row.getString(1))) {
                columns.computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                        .add(column(row));
            }
        });
        return columns;
    }

    private Column column(ResultSet row) throws SQLException {
        DataType type = type(row);
        String text = row.getString(5);
        Generation generation = generation(row, text);
        DefaultValue value = text == null || generation != null ? null : Defaults.parse(text, type);
        if (!row.getBoolean(16)) {
            unknowns.add("column " + place.name(row.getString(1)) + "." + row.getString(2) + " is INVISIBLE");
        }
        return new Column(
                row.getString(2),
                type,
                row.getString(4).equals("YES"),
                value,
                generation,
                row.getString(11),
                null,
                options(row));
    }

    /** Some compatibility modes give every identity DEFAULT ON NULL, which is no choice of the script. */
    private static Map<String, String> options(ResultSet row) throws SQLException {
        String update = row.getString(14);
        boolean identity = "YES".equals(row.getString(6));
        String words = (update == null ? "" : "ON UPDATE " + Tokens.unicode(update))
                + (row.getBoolean(15) && !identity ? " DEFAULT ON NULL" : "");
        return words.isEmpty() ? Map.of() : Map.of(H2Dialect.NAME, words.strip());
    }

    private DataType type(ResultSet row) throws SQLException {
        String domain = row.getString(13);
        if (domain == null) {
            return Types.parse(row.getString(3));
        }
        return DataType.ofNative(Tokens.exact(place.name(row.getString(12), domain)));
    }

    private @Nullable Generation generation(ResultSet row, @Nullable String defaultText) throws SQLException {
        if ("YES".equals(row.getString(6))) {
            return new Generation.Identity(
                    "ALWAYS".equals(row.getString(7)), unlessOne(row.getLong(8)), unlessOne(row.getLong(9)));
        }
        if (row.getString(10) != null) {
            return new Generation.Computed(SqlText.of(Tokens.unicode(row.getString(10))), true);
        }
        String next = "NEXT VALUE FOR ";
        return defaultText != null && defaultText.startsWith(next)
                ? new Generation.FromSequence(sequence(defaultText.substring(next.length())))
                : null;
    }

    private QualifiedName sequence(String quoted) {
        QualifiedName name = QualifiedName.parse(quoted);
        return name.schema() == null ? name : place.name(name.schema(), name.name());
    }

    private static @Nullable Long unlessOne(long number) {
        return number == 1 ? null : number;
    }
}
