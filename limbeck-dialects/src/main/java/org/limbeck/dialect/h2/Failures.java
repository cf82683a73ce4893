package org.limbeck.dialect.h2;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.sql.SQLException;

import org.limbeck.dialect.Failure;

/** H2's error codes, in terms that Limbeck branches on. */
final class Failures {
    private Failures() {}

    static Failure of(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) {
                return Failure.UNREACHABLE;
            }
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && of(sql.getErrorCode()) != Failure.OTHER) {
                return of(sql.getErrorCode());
            }
        }
        return Failure.OTHER;
    }

    private static Failure of(int code) {
        return switch (code) {
            // Broken connection; closed object; closed database; called at shutdown; closed by the server's timeout.
            case 90067, 90007, 90098, 90121 -> Failure.CONNECTION_LOST;
            // In use by another process; creation or remote creation not allowed.
            case 90020, 90013, 90146, 90149 -> Failure.UNREACHABLE;
            case 28000 -> Failure.ACCESS_DENIED;
            case 90097 -> Failure.READ_ONLY;
            case 90100 -> Failure.NO_SPACE;
            // Time-out; deadlock; row changed meanwhile; somebody has the database for himself.
            case 50200, 40001, 90131, 90135 -> Failure.LOCK_WAIT;
            // No such table, with candidates, in an empty database; no such view; no such schema.
            case 42102, 42103, 42104, 90037, 90079 -> Failure.NO_SUCH_TABLE;
            default -> Failure.OTHER;
        };
    }
}
