package org.limbeck.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.limbeck.dialect.SqlAction;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * The transaction of a rebuild. With foreign keys on, DROP TABLE deletes the rows that refer to the table, and the
 * setting cannot be changed once a transaction is open; without the legacy mode, the new table cannot take the old name
 * while a view reads it.
 */
final class Isolation {
    private static final String KEYS = "foreign_keys";
    private static final String LEGACY = "legacy_alter_table";

    private Isolation() {}

    static void run(Connection connection, SqlAction work) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw inTransaction();
        }
        boolean keys = pragma(connection, KEYS);
        boolean legacy = pragma(connection, LEGACY);
        boolean done = false;
        try {
            pragma(connection, KEYS, false);
            if (pragma(connection, KEYS)) {
                throw inTransaction();
            }
            pragma(connection, LEGACY, true);
            inTransaction(connection, work);
            done = true;
        } finally {
            if (!done) {
                restoreQuietly(connection, keys, legacy);
            }
        }
        restore(connection, keys, legacy);
    }

    /** Switches the legacy mode off; gives what switches it on again, where it was. */
    static List<String> withoutLegacy(Connection connection) throws SQLException {
        if (!pragma(connection, LEGACY)) {
            return List.of();
        }
        pragma(connection, LEGACY, false);
        return List.of("PRAGMA " + LEGACY + " = ON");
    }

    private static void inTransaction(Connection connection, SqlAction work) throws SQLException {
        begin(connection);
        boolean done = false;
        try {
            work.run();
            execute(connection, "COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private static void begin(Connection connection) throws SQLException {
        try {
            execute(connection, "BEGIN IMMEDIATE");
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("within a transaction")) {
                throw inTransaction();
            }
            throw e;
        }
    }

    /** The reason why the work failed is what is told; a lost connection is rolled back by whoever opens the file next. */
    private static void rollback(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, or the connection is gone.
        }
    }

    /** The reason why the work failed is what is told. */
    private static void restoreQuietly(Connection connection, boolean keys, boolean legacy) {
        try {
            restore(connection, keys, legacy);
        } catch (SQLException e) {
            // The connection is of no more use.
        }
    }

    private static void restore(Connection connection, boolean keys, boolean legacy) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        pragma(connection, LEGACY, legacy);
        pragma(connection, KEYS, keys);
    }

    private static RuntimeException inTransaction() {
        return Problem.of(ErrorCode.TRANSACTION_MODE, "The connection is in a transaction already")
                .why("A rebuild of a SQLite table must switch foreign keys off, which a transaction does not allow.")
                .todo("Give a connection that is in no transaction, or use  transactions = revision")
                .exception();
    }

    static boolean pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            return result.next() && result.getBoolean(1);
        }
    }

    static void pragma(Connection connection, String name, boolean on) throws SQLException {
        execute(connection, "PRAGMA " + name + " = " + (on ? "ON" : "OFF"));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
