package org.limbeck.model;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlStatement;
import org.limbeck.sql.SqlTokens;

/**
 * Which statements of a model's file are executed in the scratch place: those that make things in it, and nothing that
 * could reach the databases beside it.
 */
final class ModelStatements {
    private static final Set<String> MAKING = Set.of("create", "alter", "comment");

    /** Things that do not live in one schema, or lead out of it. */
    private static final Set<String> OUTSIDE = Set.of(
            "database",
            "schema",
            "user",
            "role",
            "group",
            "tablespace",
            "server",
            "event",
            "extension",
            "publication",
            "subscription",
            "system",
            "language",
            "foreign",
            "linked",
            "alias",
            "logfile",
            "resource",
            "instance",
            "catalog");

    private final Dialect dialect;
    private final String file;
    private final Set<String> places;
    private final Set<String> made = new HashSet<>();

    ModelStatements(Dialect dialect, String file, Connection connection) throws SQLException {
        this.dialect = dialect;
        this.file = file;
        this.places = places(connection);
    }

    private static Set<String> places(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                names.add(SqlTokens.name(rows.getString(1)));
            }
        }
        try (ResultSet rows = connection.getMetaData().getCatalogs()) {
            while (rows.next()) {
                names.add(SqlTokens.name(rows.getString(1)));
            }
        }
        return names;
    }

    /**
     * Whether a statement makes something; data, settings, drops and transactions of a dump are passed over.
     *
     * @throws LimbeckException MODEL_UNREADABLE if it names another schema or makes something outside of one
     */
    boolean makes(SqlStatement statement) {
        List<String> tokens = SqlTokens.of(statement.text(), dialect.syntax());
        if (tokens.isEmpty() || !MAKING.contains(tokens.get(0))) {
            return false;
        }
        for (int i = 1; i < tokens.size(); i++) {
            boolean before = i + 1 < tokens.size()
                    && tokens.get(i + 1).equals(".")
                    && !tokens.get(i - 1).equals(".");
            if (before && places.contains(SqlTokens.name(tokens.get(i)))) {
                throw refused(statement, "It names the schema " + tokens.get(i) + ".")
                        .todo("Leave the schema away: a model is created in an empty one.")
                        .exception();
            }
        }
        if (tokens.size() > 1 && OUTSIDE.contains(tokens.get(1))) {
            throw refused(statement, tokens.get(0) + " " + tokens.get(1) + " reaches beyond a schema.")
                    .todo("Leave it out of the model.")
                    .exception();
        }
        requireOwn(statement, tokens);
        return true;
    }

    /** A table that the file does not make is somebody else's: it would be locked, or read, or not be there. */
    private void requireOwn(SqlStatement statement, List<String> tokens) {
        int table = tokens.indexOf("table");
        boolean creates = tokens.get(0).equals("create");
        int view = tokens.indexOf("view");
        if (creates && (isHead(tokens, table) || isHead(tokens, view))) {
            made.add(SqlTokens.name(tokens.get(name(tokens, (isHead(tokens, table) ? table : view) + 1))));
            return;
        }
        int of = creates ? tokens.indexOf("on") : table;
        boolean onTable = creates
                ? of > 0 && (tokens.contains("index") || tokens.contains("trigger"))
                : of == (tokens.get(0).equals("alter") ? 1 : 2);
        if (onTable && !made.contains(SqlTokens.name(tokens.get(name(tokens, of + 1))))) {
            throw refused(
                            statement,
                            "It changes " + tokens.get(name(tokens, of + 1)) + ", which the file does not create.")
                    .todo("Create the table before, in the same file.")
                    .exception();
        }
    }

    /** Whether a word stands among those that say what is created, before its name. */
    private static boolean isHead(List<String> tokens, int at) {
        return at > 0 && at <= 4;
    }

    /** The place of a name behind {@code IF NOT EXISTS}, {@code IF EXISTS} and {@code ONLY}. */
    private static int name(List<String> tokens, int from) {
        int at = from;
        while (at < tokens.size() - 1 && Set.of("if", "not", "exists", "only").contains(tokens.get(at))) {
            at++;
        }
        return Math.min(at, tokens.size() - 1);
    }

    private Problem refused(SqlStatement statement, String why) {
        return Problem.of(ErrorCode.MODEL_UNREADABLE, "A statement of the model cannot be tried out safely")
                .at(file, statement.line())
                .why(why);
    }
}
