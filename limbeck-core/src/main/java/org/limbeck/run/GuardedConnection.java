package org.limbeck.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlTokens;

/** The connection that a data step gets: it cannot end the transaction in which its position is kept. */
final class GuardedConnection {
    private static final Set<String> REFUSED =
            Set.of("commit", "rollback", "close", "setAutoCommit", "abort", "setTransactionIsolation");

    /** Statements that begin or end a transaction; they are short. */
    private static final Set<String> ENDS = Set.of("commit", "rollback", "begin", "start", "end", "abort");

    private static final int LOOKED_AT = 200;

    private GuardedConnection() {}

    static Connection of(Connection connection, Dialect dialect, String step) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                guard(connection, dialect, step));
    }

    private static InvocationHandler guard(Connection connection, Dialect dialect, String step) {
        return (proxy, method, arguments) -> {
            // A savepoint of its own is no end of the transaction.
            boolean toSavepoint = method.getName().equals("rollback") && arguments != null;
            if (REFUSED.contains(method.getName()) && !toSavepoint) {
                throw refused(method.getName() + "()", step);
            }
            refuseCommittingSql(method, arguments, dialect, step);
            Object result = invoke(method, connection, arguments);
            return result instanceof java.sql.Statement statement
                    ? guarded(statement, method.getReturnType(), dialect, step)
                    : result;
        };
    }

    private static Object guarded(java.sql.Statement statement, Class<?> type, Dialect dialect, String step) {
        return Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    refuseCommittingSql(method, arguments, dialect, step);
                    if (method.getName().equals("getConnection")) {
                        return of(statement.getConnection(), dialect, step);
                    }
                    return invoke(method, statement, arguments);
                });
    }

    private static void refuseCommittingSql(Method method, Object[] arguments, Dialect dialect, String step) {
        boolean sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
        boolean runs = method.getName().startsWith("execute")
                || method.getName().startsWith("prepare")
                || method.getName().equals("addBatch");
        if (!sql || !runs) {
            return;
        }
        String text = (String) arguments[0];
        List<String> tokens = SqlTokens.of(text.length() < LOOKED_AT ? text : "", dialect.syntax());
        String head = tokens.isEmpty() ? "" : tokens.get(0);
        if (ENDS.contains(head) && !tokens.contains("to")) {
            throw refused(head.toUpperCase(Locale.ROOT), step);
        }
        if (dialect.commitsByItself(text)) {
            throw refused("a statement that commits by itself", step);
        }
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static RuntimeException refused(String what, String step) {
        return Problem.of(ErrorCode.FORBIDDEN_STATEMENT, "The data step '" + step + "' calls " + what)
                .why("Its work and its position are in one transaction, which Limbeck ends.")
                .todo("Leave it out; put DDL into operations of the revision.")
                .exception();
    }
}
