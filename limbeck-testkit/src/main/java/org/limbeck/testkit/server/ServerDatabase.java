package org.limbeck.testkit.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A database on a shared server. */
final class ServerDatabase extends TestDatabase {

    private static final Set<ServerDatabase> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(ServerDatabase::close)));
    }

    private final TestServer server;
    private final String name;

    ServerDatabase(DatabaseKind kind, TestServer server, String name) {
        super(kind, server.address().withDatabase(name));
        this.server = server;
        this.name = name;
        OPEN.add(this);
    }

    @Override
    public Connection adminConnect() throws SQLException {
        return server.address().connect();
    }

    @Override
    public long sessionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(server.product().currentSession())) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public boolean hasSession(long session) throws SQLException {
        return server.hasSession(session);
    }

    @Override
    public void killSession(long session) throws SQLException {
        server.kill(session);
    }

    @Override
    public void close() {
        if (!OPEN.remove(this)) {
            return;
        }
        try {
            server.dropDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot drop " + this + ": " + e.getMessage(), e);
        }
    }
}
