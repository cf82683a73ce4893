package org.limbeck.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL that asks for no password, from the system's own installation: for where a login would cost more than the
 * work. The tests' servers all ask for one.
 */
final class TrustingServer implements AutoCloseable {
    private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");
    private static final String USER = "postgres";

    private final Process process;
    private final Path data;
    private final int port;
    private int databases;

    private TrustingServer(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /** The server, or none if PostgreSQL 15 is not installed here. */
    static List<TrustingServer> start(Path work) throws IOException, InterruptedException {
        if (!Files.isExecutable(BINARIES.resolve("postgres"))) {
            return List.of();
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path data = Files.createTempDirectory(work, "postgresql");
        Files.delete(data);
        Path log = work.resolve("postgresql.log");
        run(log, "initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
                .waitFor();
        Process process = run(
                log,
                "postgres",
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        TrustingServer server = new TrustingServer(process, data, port);
        server.await();
        return List.of(server);
    }

    /** PostgreSQL refuses to run as root, who becomes nobody in a name space of its own. */
    private static Process run(Path log, String program, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(BINARIES.resolve(program).toString());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void await() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Connection connection = connect()) {
                return;
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("PostgreSQL does not start, see postgresql.log");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, "");
    }

    /** The address, up to the name of a database. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/";
    }

    Target fresh() {
        String name = "bench" + ++databases;
        try (Connection connection = connect()) {
            connection.createStatement().execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Target("jdbc:postgresql://127.0.0.1:" + port + "/" + name, USER, "");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
