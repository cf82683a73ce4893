package org.limbeck.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;
import org.limbeck.schema.QualifiedName;
import org.limbeck.testkit.server.TestDatabase;

/** Looks at a test database. */
final class Tables {
    private Tables() {}

    static Dialect dialect(Connection connection) throws SQLException {
        ServerInfo server = ServerInfo.of(connection);
        return Dialects.providers().stream()
                .filter(p -> p.accepts(server))
                .findFirst()
                .orElseThrow()
                .dialect(server);
    }

    /** The names of all tables but the journal's, in order. */
    static List<String> of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            TreeSet<String> names = new TreeSet<>();
            for (QualifiedName name : dialect(connection)
                    .reflector()
                    .schema(connection, null)
                    .tables()
                    .keySet()) {
                if (!name.name().startsWith("limbeck_")) {
                    names.add(name.name());
                }
            }
            return List.copyOf(names);
        }
    }

    /** How many rows a table has. */
    static long rows(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect()) {
            String name = Names.qualified(dialect(connection), QualifiedName.parse(table));
            return number(connection, "SELECT COUNT(*) FROM " + name);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One value, by names that are quoted as the dialect does. */
    static String value(TestDatabase database, String column, String table, String more) throws SQLException {
        try (Connection connection = database.connect()) {
            Dialect dialect = dialect(connection);
            String query = "SELECT " + dialect.identifier(column) + " FROM "
                    + Names.qualified(dialect, QualifiedName.parse(table)) + " " + more;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? String.valueOf(row.getString(1)) : "no row";
            }
        }
    }

    /** A name as it stands in SQL. */
    static String name(TestDatabase database, String name) throws SQLException {
        try (Connection connection = database.connect()) {
            return dialect(connection).identifier(name);
        }
    }
}
