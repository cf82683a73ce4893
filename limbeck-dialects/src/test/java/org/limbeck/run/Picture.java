package org.limbeck.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.meaning.Canonical;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Everything in a database that a user cares for, as text: schema and rows, the journal left out. */
final class Picture {
    private Picture() {}

    static String of(Connection connection, Dialect dialect) throws SQLException {
        Schema schema = dialect.reflector().schema(connection, null);
        Canonical canonical = Canonical.ofAll();
        TreeMap<String, String> parts = new TreeMap<>();
        for (Table table : schema.tables().values()) {
            if (!table.name().name().startsWith("limbeck_")) {
                parts.put(
                        "table " + table.name(),
                        canonical.text(dialect.normalise(table)) + rows(connection, dialect, table.name()));
            }
        }
        schema.views().values().forEach(view -> parts.put("view " + view.name(), canonical.text(view)));
        StringBuilder text = new StringBuilder();
        parts.forEach(
                (name, part) -> text.append(name).append('\n').append(part).append('\n'));
        return text.toString();
    }

    private static List<String> rows(Connection connection, Dialect dialect, QualifiedName table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + Names.qualified(dialect, table))) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder("\n  ");
                for (int i = 1; i <= columns; i++) {
                    row.append(result.getMetaData().getColumnName(i))
                            .append('=')
                            .append(result.getString(i))
                            .append(' ');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }
}
