package org.limbeck.testkit.server;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.limbeck.testkit.server.internal.Unavailable;

/** The servers this JVM has asked for. All methods are thread-safe. */
public final class TestServers {

    private static final Map<DatabaseKind, TestServer> SERVERS = new EnumMap<>(DatabaseKind.class);
    private static final Map<DatabaseKind, Unavailable> MISSING = new EnumMap<>(DatabaseKind.class);

    private TestServers() {}

    /** Why databases of this kind cannot be had here, or empty. Starts the server when it is a server. */
    public static Optional<String> missing(DatabaseKind kind) {
        if (!kind.isServer()) {
            return Optional.empty();
        }
        try {
            server(kind);
            return Optional.empty();
        } catch (Unavailable e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    static TestServer server(DatabaseKind kind) throws Unavailable {
        // One lock for all kinds: two threads never start servers at once, which two cores would not enjoy anyway.
        synchronized (SERVERS) {
            Unavailable reason = MISSING.get(kind);
            if (reason != null) {
                throw new Unavailable(String.valueOf(reason.getMessage()));
            }
            TestServer server = SERVERS.get(kind);
            if (server == null) {
                server = open(kind);
                SERVERS.put(kind, server);
            }
            return server;
        }
    }

    private static TestServer open(DatabaseKind kind) throws Unavailable {
        try {
            return TestServer.open(kind);
        } catch (Unavailable e) {
            MISSING.put(kind, e);
            throw e;
        }
    }

    /** Creates a database; a server that died meanwhile is replaced once. */
    static ServerDatabase create(DatabaseKind kind) throws Unavailable, SQLException {
        String name = DatabaseName.next();
        TestServer server = server(kind);
        try {
            server.createDatabase(name);
        } catch (SQLException e) {
            if (server.isReachable()) {
                throw e;
            }
            forget(kind, server);
            server = server(kind);
            server.createDatabase(name);
        }
        return new ServerDatabase(kind, server, name);
    }

    private static void forget(DatabaseKind kind, TestServer server) {
        synchronized (SERVERS) {
            server.forget();
            SERVERS.remove(kind, server);
        }
    }
}
