package org.limbeck.dialect.mysql;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Failure;

/** Errors of the servers and of both drivers, by vendor code first and SQLSTATE second. */
final class MySqlFailures {
    /** Server gone, lost, shut down, killed, ended for idleness. */
    private static final Set<Integer> LOST = Set.of(1053, 1080, 1152, 1153, 1184, 1927, 2006, 2013, 2055, 3169, 4031);

    private static final Set<Integer> DENIED = Set.of(1044, 1045, 1251, 1698, 1820, 1862, 3118, 3955, 4151);
    private static final Set<Integer> READ_ONLY = Set.of(1036, 1290, 1792, 1836, 3100);
    private static final Set<Integer> NO_SPACE = Set.of(1021, 1114, 3019);
    private static final Set<Integer> LOCK_WAIT = Set.of(1205, 1213, 3572);
    private static final Set<Integer> NO_TABLE = Set.of(1051, 1109, 1146);

    private MySqlFailures() {}

    static Failure of(SQLException error) {
        if (causedBy(error, ConnectException.class, UnknownHostException.class, NoRouteToHostException.class)) {
            return Failure.UNREACHABLE;
        }
        Failure byCode = byCode(error.getErrorCode());
        return byCode != null ? byCode : byState(String.valueOf(error.getSQLState()));
    }

    private static @Nullable Failure byCode(int code) {
        if (LOST.contains(code)) {
            return Failure.CONNECTION_LOST;
        }
        if (DENIED.contains(code)) {
            return Failure.ACCESS_DENIED;
        }
        if (READ_ONLY.contains(code)) {
            return Failure.READ_ONLY;
        }
        if (NO_SPACE.contains(code)) {
            return Failure.NO_SPACE;
        }
        if (LOCK_WAIT.contains(code)) {
            return Failure.LOCK_WAIT;
        }
        return NO_TABLE.contains(code) ? Failure.NO_SUCH_TABLE : null;
    }

    private static Failure byState(String state) {
        if (state.equals("08001") || state.equals("08004")) {
            return Failure.UNREACHABLE;
        }
        if (state.startsWith("08")) {
            return Failure.CONNECTION_LOST;
        }
        if (state.equals("28000")) {
            return Failure.ACCESS_DENIED;
        }
        return state.equals("42S02") ? Failure.NO_SUCH_TABLE : Failure.OTHER;
    }

    @SafeVarargs
    private static boolean causedBy(Throwable error, Class<? extends Throwable>... kinds) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 20; cause = cause.getCause()) {
            for (Class<? extends Throwable> kind : kinds) {
                if (kind.isInstance(cause)) {
                    return true;
                }
            }
            depth++;
        }
        return false;
    }
}
