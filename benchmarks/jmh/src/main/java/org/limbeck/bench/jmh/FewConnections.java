package org.limbeck.bench.jmh;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.sql.DataSource;

/** Connections that are kept when they are closed, as a pool of an application does. One thread only. */
final class FewConnections {
    private final String url;
    private final String user;
    private final String password;
    private final Queue<Connection> free = new ArrayDeque<>();

    FewConnections(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, words) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private Connection connection() throws SQLException {
        Connection kept = free.poll();
        Connection real = kept == null ? DriverManager.getConnection(url, user, password) : kept;
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, words) -> {
                    if (method.getName().equals("close")) {
                        free.add(real);
                        return null;
                    }
                    try {
                        return method.invoke(real, words);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
