package org.limbeck.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.limbeck.testkit.server.TestDatabase;

/** What a pool gives: connections that are not in autocommit mode, and that closing does not close. */
final class Pooled {
    private Pooled() {}

    static DataSource of(TestDatabase database) {
        return (DataSource) Proxy.newProxyInstance(
                Pooled.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Connection connection = database.connect();
                    connection.setAutoCommit(false);
                    return unclosable(connection);
                });
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Pooled.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** What is not committed is lost now. */
    static void closeAll(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.rollback();
            connection.abort(Runnable::run);
        }
    }
}
