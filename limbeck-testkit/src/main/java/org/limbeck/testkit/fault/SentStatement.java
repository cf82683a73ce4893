package org.limbeck.testkit.fault;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Finds out which calls send a statement to the server, and which one. */
final class SentStatement {

    private SentStatement() {}

    /**
     * The text of the statement that a call sends, or null when it sends none that changes anything.
     *
     * @param prepared the text a prepared statement was made of
     * @param batch what has been added to the statement's batch; kept up to date here
     */
    static @Nullable String of(Object target, Method method, Object[] given, String prepared, List<String> batch)
            throws SQLException {
        if (target instanceof Connection connection) {
            return ofConnection(connection, method, given);
        }
        return target instanceof Statement ? ofStatement(target, method, given, prepared, batch) : null;
    }

    private static @Nullable String ofConnection(Connection connection, Method method, Object[] given)
            throws SQLException {
        return switch (method.getName()) {
            case "commit" -> "COMMIT";
            case "rollback" -> given.length == 0 ? "ROLLBACK" : "ROLLBACK TO SAVEPOINT";
            case "setSavepoint" -> "SAVEPOINT";
            case "releaseSavepoint" -> "RELEASE SAVEPOINT";
            // Turning it on commits what is open.
            case "setAutoCommit" -> Boolean.TRUE.equals(given[0]) && !connection.getAutoCommit() ? "COMMIT" : null;
            default -> null;
        };
    }

    private static @Nullable String ofStatement(
            Object target, Method method, Object[] given, String prepared, List<String> batch) {
        String sql = given.length > 0 && given[0] instanceof String text ? text : prepared;
        switch (method.getName()) {
            case "addBatch":
                batch.add(sql);
                return null;
            case "clearBatch":
                batch.clear();
                return null;
            case "executeBatch", "executeLargeBatch":
                String sent = target instanceof PreparedStatement ? prepared : String.join(";\n", batch);
                batch.clear();
                return sent;
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate":
                return sql;
            default:
                return null;
        }
    }
}
