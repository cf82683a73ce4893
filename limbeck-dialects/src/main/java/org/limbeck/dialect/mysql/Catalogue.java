package org.limbeck.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Queries of the catalogue of one schema, or of one thing in it. Belongs to one connection; not thread-safe. */
final class Catalogue {
    private static final Pattern DEFINER = Pattern.compile("DEFINER\\s*=\\s*`((?:[^`]|``)*)`@`((?:[^`]|``)*)`\\s*");

    private final Connection connection;
    private final MySqlDialect dialect;
    private final String schema;
    private final String user;

    private Catalogue(Connection connection, MySqlDialect dialect, String schema, String user) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = schema;
        this.user = user;
    }

    /** @param schema the schema to read, or null for the connection's own */
    static Catalogue of(Connection connection, MySqlDialect dialect, @Nullable String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DATABASE(), CURRENT_USER()")) {
            row.next();
            String own = row.getString(1);
            return new Catalogue(connection, dialect, schema == null ? own : schema, row.getString(2));
        }
    }

    MySqlDialect dialect() {
        return dialect;
    }

    String schema() {
        return schema;
    }

    /** Takes the rows of a result one by one. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query whose parameters are texts. */
    void query(String sql, RowReader reader, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** A query of a whole schema ({@code $S = ?}), or of one name in it. */
    void query(String sql, String schemaColumn, String nameColumn, @Nullable String name, RowReader reader)
            throws SQLException {
        String where = schemaColumn + " = ?" + (name == null ? "" : " AND " + nameColumn + " = ?");
        String whole = sql.replace("$WHERE", where);
        if (name == null) {
            query(whole, reader, schema);
        } else {
            query(whole, reader, schema, name);
        }
    }

    /** {@code DEFINER=... } for another user than ours, with a blank behind it; empty for ours. */
    String definerWords(@Nullable String definer) {
        if (definer == null || definer.equals(user) || definer.isEmpty()) {
            return "";
        }
        int at = definer.lastIndexOf('@');
        return at < 0
                ? ""
                : "DEFINER=" + backticked(definer.substring(0, at)) + "@" + backticked(definer.substring(at + 1)) + " ";
    }

    /** A definition without its definer where that is us: who creates it again is the definer again. */
    String withoutOwnDefiner(String definition) {
        Matcher matcher = DEFINER.matcher(definition);
        if (!matcher.find()) {
            return definition;
        }
        String definer =
                matcher.group(1).replace("``", "`") + "@" + matcher.group(2).replace("``", "`");
        return definer.equals(user)
                ? definition.substring(0, matcher.start()) + definition.substring(matcher.end())
                : definition;
    }

    String backticked(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    String inSchema(String name) {
        return backticked(schema) + "." + backticked(name);
    }
}
