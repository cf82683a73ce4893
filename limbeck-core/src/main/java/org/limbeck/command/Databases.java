package org.limbeck.command;

import java.sql.SQLException;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Errors of the database outside a step. */
public final class Databases {
    private Databases() {}

    /** An error for people, without secrets. */
    public static LimbeckException failed(Dialect dialect, DatabaseSettings settings, SQLException e) {
        String where = "database '" + settings.name() + "'";
        String words = String.valueOf(e.getMessage()).strip();
        return switch (dialect.failure(e)) {
            case CONNECTION_LOST ->
                Problem.of(ErrorCode.CONNECTION_LOST, "The connection to " + where + " is lost")
                        .why(words)
                        .todo("Run the same command again: it looks what was done, and goes on there.")
                        .exception(e);
            case READ_ONLY ->
                Problem.of(ErrorCode.READ_ONLY, "It is read-only: " + where)
                        .why(words)
                        .exception(e);
            case ACCESS_DENIED ->
                Problem.of(ErrorCode.ACCESS_DENIED, "Access is denied in " + where)
                        .why(words)
                        .exception(e);
            case LOCK_WAIT ->
                Problem.of(ErrorCode.LOCK_TIMEOUT, "Another session locks " + where)
                        .why(words)
                        .todo("Wait for it, or end it.")
                        .exception(e);
            default ->
                Problem.of(ErrorCode.DATABASE_FAILED, "The database refuses or fails: " + where)
                        .why(words)
                        .exception(e);
        };
    }
}
