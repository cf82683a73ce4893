package org.limbeck.dialect.sqlite;

import java.sql.SQLException;

import org.limbeck.dialect.Failure;

/** What result codes of SQLite mean. The driver gives the primary code, the lowest eight bits. */
final class SqliteFailures {
    private SqliteFailures() {}

    static Failure of(SQLException error) {
        String message = String.valueOf(error.getMessage());
        if (String.valueOf(error.getSQLState()).startsWith("08")
                || message.contains("connection closed")
                || message.contains("database connection closed")) {
            return Failure.CONNECTION_LOST;
        }
        return switch (error.getErrorCode() & 0xff) {
            case 5, 6 -> Failure.LOCK_WAIT; // BUSY, LOCKED
            case 8 -> Failure.READ_ONLY;
            case 13 -> Failure.NO_SPACE; // FULL
            case 14, 26 -> Failure.UNREACHABLE; // CANTOPEN, NOTADB
            case 3, 23 -> Failure.ACCESS_DENIED; // PERM, AUTH
            default ->
                message.contains("no such table") || message.contains("no such view")
                        ? Failure.NO_SUCH_TABLE
                        : Failure.OTHER;
        };
    }
}
