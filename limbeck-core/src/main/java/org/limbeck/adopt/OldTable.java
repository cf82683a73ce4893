package org.limbeck.adopt;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A table of another tool, found whatever the case of its name. */
final class OldTable {
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,3})?.*");

    private OldTable() {}

    /** Reads one row. */
    interface RowReader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * All rows; empty if there is no such table.
     *
     * @param name {@code table} or {@code schema.table}; without a schema the connection's own is meant
     */
    static <T> Optional<List<T>> read(Connection connection, String name, RowReader<T> reader) throws SQLException {
        Optional<String> table = find(connection, name);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table.get())) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return Optional.of(read);
        }
    }

    private static Optional<String> find(Connection connection, String name) throws SQLException {
        int dot = name.lastIndexOf('.');
        String schema = dot < 0 ? connection.getSchema() : name.substring(0, dot);
        String table = name.substring(dot + 1);
        DatabaseMetaData data = connection.getMetaData();
        String quote = data.getIdentifierQuoteString();
        try (ResultSet rows = data.getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next()) {
                String found = Objects.requireNonNullElse(rows.getString("TABLE_NAME"), "");
                String in = rows.getString("TABLE_SCHEM");
                if (found.equalsIgnoreCase(table) && isIn(in, schema) && !found.contains(quote)) {
                    String prefix = in == null ? "" : quote + in + quote + ".";
                    return Optional.of(prefix + quote + found + quote);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(@Nullable String found, @Nullable String wanted) {
        return found == null || wanted == null || found.equalsIgnoreCase(wanted);
    }

    /** A time as the journal writes it; what the table says is taken as UTC. Null where it is no time. */
    static @Nullable String time(@Nullable String text) {
        Matcher matcher = TIME.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return null;
        }
        String fraction = matcher.group(3);
        return matcher.group(1) + "T" + matcher.group(2) + (fraction == null ? "" : fraction) + "Z";
    }
}
