package org.limbeck.testkit.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.testkit.server.internal.ServerLease;
import org.limbeck.testkit.server.internal.Unavailable;

/** A server this JVM uses: a leased one, or one that the environment names. Thread-safe. */
final class TestServer {

    private final ServerProduct product;
    private final ServerAddress address;
    private final @Nullable ServerLease lease;
    private @Nullable Connection admin;

    private TestServer(ServerProduct product, ServerAddress address, @Nullable ServerLease lease) {
        this.product = product;
        this.address = address;
        this.lease = lease;
    }

    /**
     * Connects to the server that {@code LIMBECK_TEST_<KIND>_URL} names, else leases one and starts it if need be.
     *
     * @throws IllegalStateException when the named server cannot be used: whoever names one wants it
     */
    static TestServer open(DatabaseKind kind) throws Unavailable {
        String variable = "LIMBECK_TEST_" + kind.name();
        String url = environment(variable + "_URL");
        try {
            if (url.isBlank()) {
                return leased(kind.product(), kind.version());
            }
            return named(kind.product(), url, variable);
        } catch (Unavailable e) {
            throw new Unavailable(e.getMessage() + " (or name a server in " + variable + "_URL)");
        }
    }

    private static TestServer leased(ServerProduct product, String version) throws Unavailable {
        ServerLease lease = ServerLease.take(product.engine(), version);
        ServerAddress address = product.local(lease.get("port"), lease.get("user"), lease.get("password"));
        TestServer server = new TestServer(product, address, lease);
        server.requireDriver();
        try {
            server.dropForgotten();
        } catch (SQLException e) {
            lease.close();
            throw new Unavailable("the server at " + address + " does not let us in: " + e.getMessage());
        }
        return server;
    }

    private static TestServer named(ServerProduct product, String url, String variable) {
        ServerAddress address =
                new ServerAddress(url, environment(variable + "_USER"), environment(variable + "_PASSWORD"));
        TestServer server = new TestServer(product, address, null);
        server.requireDriver();
        try {
            server.dropForgotten();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the server named in " + variable + "_URL does not let us in: " + e.getMessage(), e);
        }
        return server;
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    /** A driver that is not on the class path is a mistake in the build and never a reason to skip a test. */
    private void requireDriver() {
        try {
            DriverManager.getDriver(address.url());
        } catch (SQLException e) {
            throw new IllegalStateException("no driver for " + address + " is on the class path of the tests", e);
        }
    }

    ServerProduct product() {
        return product;
    }

    ServerAddress address() {
        return address;
    }

    boolean isReachable() {
        try (Connection probe = address.connect()) {
            return probe.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Gives up a server that no longer answers. */
    void forget() {
        if (lease != null) {
            lease.close();
        }
    }

    synchronized void createDatabase(String name) throws SQLException {
        execute(product.create(name));
    }

    /** Drops a database even when sessions are left in it. */
    synchronized void dropDatabase(String name) throws SQLException {
        for (long session : sessionsOf(name)) {
            killQuietly(session);
        }
        execute(product.drop(name));
    }

    private List<Long> sessionsOf(String database) throws SQLException {
        try (PreparedStatement query = admin().prepareStatement(product.sessionsOf())) {
            query.setString(1, database);
            return numbers(query.executeQuery());
        }
    }

    private void killQuietly(long session) {
        try {
            kill(session);
        } catch (SQLException e) {
            // It ended by itself meanwhile.
        }
    }

    synchronized void kill(long session) throws SQLException {
        execute(product.kill(session));
    }

    synchronized boolean hasSession(long session) throws SQLException {
        try (PreparedStatement query = admin().prepareStatement(product.session())) {
            query.setLong(1, session);
            return !numbers(query.executeQuery()).isEmpty();
        }
    }

    private static List<Long> numbers(ResultSet rows) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        while (rows.next()) {
            numbers.add(rows.getLong(1));
        }
        return numbers;
    }

    /** Drops what killed JVMs left half a day ago or earlier. */
    private synchronized void dropForgotten() throws SQLException {
        List<String> forgotten = new ArrayList<>();
        try (Statement statement = admin().createStatement();
                ResultSet names = statement.executeQuery(product.databases())) {
            while (names.next()) {
                forgotten.add(names.getString(1));
            }
        }
        forgotten.removeIf(name -> !DatabaseName.isForgotten(name));
        for (String name : forgotten) {
            execute(product.drop(name));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = admin().createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection admin() throws SQLException {
        Connection current = admin;
        if (current == null || !current.isValid(5)) {
            current = address.connect();
            admin = current;
        }
        return current;
    }
}
