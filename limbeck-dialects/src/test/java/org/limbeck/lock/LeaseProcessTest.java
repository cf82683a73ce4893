package org.limbeck.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.dialect.h2.H2Provider;

/** Processes that share an H2 server. */
class LeaseProcessTest {
    private Server server;
    private String url;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:processes;DB_CLOSE_DELAY=-1";
        connection = DriverManager.getConnection(url, "sa", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE counter (n INTEGER)");
            statement.execute("INSERT INTO counter VALUES (0)");
        }
    }

    @AfterEach
    void stop() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            server.stop();
        }
    }

    private Process process(int turns) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeaseProcess.class.getName(),
                        url,
                        String.valueOf(turns))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void twoProcessesTakeTurns() throws IOException, InterruptedException, SQLException {
        Process one = process(15);
        Process two = process(15);
        try {
            assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(two.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }
        assertThat(one.exitValue()).isZero();
        assertThat(two.exitValue()).isZero();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n FROM counter")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(30);
        }
    }

    @Test
    void theLeaseOfAKilledProcessIsTakenOverWithAHigherToken() throws IOException, InterruptedException, SQLException {
        LeaseLock lock = new LeaseLock(
                        Objects.requireNonNull(new H2Provider().offline("h2").leaseWords()))
                .withLease(Duration.ofSeconds(2));
        LockScope scope = new LockScope("limbeck_revision", url);
        Process holder = process(0);
        try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            long token = Long.parseLong(said.readLine().substring("HELD ".length()));
            Thread.sleep(3_000);
            assertThat(lock.tryAcquire(connection, scope, "test", () -> DriverManager.getConnection(url, "sa", "")))
                    .as("the living process renews its lease")
                    .isEmpty();
            assertThat(lock.holder(connection, scope).orElseThrow()).startsWith("process " + holder.pid());
            holder.destroyForcibly().waitFor();
            assertThat(next(lock, scope).token()).isGreaterThan(token);
        } finally {
            holder.destroyForcibly();
        }
    }

    private Lease next(LeaseLock lock, LockScope scope) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Optional<Held> held =
                    lock.tryAcquire(connection, scope, "test", () -> DriverManager.getConnection(url, "sa", ""));
            if (held.isPresent()) {
                return (Lease) held.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nobody took over");
    }
}
