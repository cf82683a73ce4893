package org.limbeck.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.dialect.Failure;
import org.limbeck.sql.SqlTokens;

/** What is to be known of sessions, transactions and errors. */
final class Session {
    /**
     * One statement: names the application where nobody else did, and makes sure that a backslash in a literal is a
     * backslash. Neither the search path nor client_min_messages is touched.
     */
    private static final String PREPARE = """
            SELECT current_setting('standard_conforming_strings'), current_setting('application_name'),
              set_config('standard_conforming_strings', 'on', false),
              CASE WHEN current_setting('application_name') IN ('', 'PostgreSQL JDBC Driver')
                THEN set_config('application_name', 'limbeck', false) END""";

    private Session() {}

    static List<String> prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet before = statement.executeQuery(PREPARE)) {
            before.next();
            List<String> undo = new ArrayList<>();
            if (before.getString(1).equals("off")) {
                undo.add("SET standard_conforming_strings = off");
            }
            if (before.getString(4) != null) {
                undo.add("SET application_name = '" + before.getString(2) + "'");
            }
            return undo;
        }
    }

    /** A body in dollar quotes that it does not hold itself. */
    static String dollarQuoted(String body) {
        String tag = "$limbeck$";
        for (int i = 1; body.contains(tag); i++) {
            tag = "$limbeck" + i + "$";
        }
        return tag + " " + body + " " + tag;
    }

    static Failure failure(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                Failure failure = failure(sql.getSQLState(), String.valueOf(sql.getMessage()));
                if (failure != Failure.OTHER) {
                    return failure;
                }
            }
        }
        return Failure.OTHER;
    }

    private static Failure failure(String state, String message) {
        return switch (state) {
            // Also: the database is not there (3D000), it is starting (57P03), it is full of clients (53300).
            case "08001", "08004", "3D000", "57P03", "53300" -> Failure.UNREACHABLE;
            case "57P01", "57P02", "57P05" -> Failure.CONNECTION_LOST;
            case "25006" -> Failure.READ_ONLY;
            case "53100" -> Failure.NO_SPACE;
            case "55P03", "40P01" -> Failure.LOCK_WAIT;
            case "42P01" -> Failure.NO_SUCH_TABLE;
            // A statement without the right to a table has this state too, but is no matter of logging in.
            case "42501" -> message.contains("for database") ? Failure.ACCESS_DENIED : Failure.OTHER;
            default ->
                state.startsWith("28")
                        ? Failure.ACCESS_DENIED
                        : state.startsWith("08") ? Failure.CONNECTION_LOST : Failure.OTHER;
        };
    }

    /** Whether the server refuses the statement in a transaction block. */
    static boolean refusesTransaction(String sql) {
        List<String> words = SqlTokens.of(sql, PostgresqlDialect.SYNTAX).stream()
                .limit(12)
                .filter(word -> !word.equals(";"))
                .toList();
        String first = word(words, 0);
        String second = word(words, 1);
        return switch (first) {
            case "vacuum" -> true;
            case "create" ->
                List.of("database", "tablespace", "subscription").contains(second) || concurrentIndex(words);
            case "drop" -> List.of("database", "tablespace", "subscription").contains(second) || concurrentIndex(words);
            case "reindex" ->
                words.contains("concurrently")
                        || words.stream()
                                .anyMatch(w ->
                                        List.of("schema", "database", "system").contains(w));
            case "alter" ->
                second.equals("system")
                        || (second.equals("database") && words.contains("tablespace"))
                        || (second.equals("subscription") && words.contains("refresh"))
                        || (second.equals("table") && words.contains("detach") && words.contains("concurrently"));
            case "cluster" -> words.size() == 1 || words.size() == 2 && second.equals("verbose");
            case "commit", "rollback" -> second.equals("prepared");
            default -> false;
        };
    }

    private static boolean concurrentIndex(List<String> words) {
        int index = words.indexOf("index");
        return (index == 1 || index == 2) && word(words, index + 1).equals("concurrently");
    }

    /** Whether a new value is of use only after the commit. */
    static boolean addsEnumValue(String sql) {
        List<String> words = SqlTokens.of(sql, PostgresqlDialect.SYNTAX);
        int add = words.indexOf("add");
        return word(words, 0).equals("alter")
                && word(words, 1).equals("type")
                && word(words, add + 1).equals("value");
    }

    private static String word(List<String> words, int position) {
        return position < words.size() ? words.get(position) : "";
    }
}
