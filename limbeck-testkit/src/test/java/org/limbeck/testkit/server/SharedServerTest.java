package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.fault.ChildJvm;

/** Several JVMs, one server: on a cache of its own whose servers stop after one idle second. */
class SharedServerTest {

    @TempDir
    static Path cache;

    @AfterEach
    void everythingStops() throws Exception {
        await("the data of the server is removed", () -> runningServers().isEmpty());
    }

    @Test
    void jvmsThatStartTogetherShareOneServer() throws Exception {
        try (ChildJvm first = holder();
                ChildJvm second = holder()) {
            assertThat(first.await("port")).isEqualTo(second.await("port"));
            assertThat(first.await("pid")).isEqualTo(second.await("pid"));
        }
    }

    @Test
    void serverOutlivesTheJvmThatStartedItWhileAnotherUsesIt() throws Exception {
        try (ChildJvm first = holder()) {
            int port = Integer.parseInt(first.await("port"));
            try (ChildJvm second = holder()) {
                assertThat(second.await("port")).isEqualTo(String.valueOf(port));
                first.kill();
                Thread.sleep(Duration.ofSeconds(4).toMillis());
                assertThat(answers(port)).isTrue();
            }
        }
    }

    @Test
    void serverStopsWhenItsOnlyJvmIsKilled() throws Exception {
        try (ChildJvm only = holder()) {
            long server = Long.parseLong(only.await("pid"));
            Path data = Path.of(Files.readString(runningServers().get(0)).strip());
            assertThat(data).exists();
            only.kill();
            await("the server stops", () -> !isAlive(server));
            await("its data is removed", () -> !Files.exists(data));
        }
    }

    @Test
    void killedServerIsReplaced() throws Exception {
        try (ChildJvm first = holder()) {
            long server = Long.parseLong(first.await("pid"));
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            await("its keeper notices", () -> runningServers().isEmpty());
            try (ChildJvm second = holder()) {
                assertThat(answers(Integer.parseInt(second.await("port")))).isTrue();
            }
        }
    }

    @Test
    void jvmWhoseServerIsKilledGetsAnother() throws Exception {
        try (ChildJvm only = ChildJvm.start(TwoDatabases.class, environment())) {
            String first = only.await("first");
            long server =
                    Long.parseLong(Files.readString(runningServers().get(0).resolveSibling("pid"))
                            .strip());
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            only.proceed();
            assertThat(only.await("second")).startsWith("jdbc:postgresql:").isNotEqualTo(first);
        }
    }

    @Test
    void serverStopsWhenTheCacheIsRemovedBelowIt() throws Exception {
        try (ChildJvm only = holder()) {
            long server = Long.parseLong(only.await("pid"));
            Files.delete(runningServers().get(0));
            await("the server stops", () -> !isAlive(server));
        }
    }

    @Test
    void serverDoesNotOutliveItsKeeper() throws Exception {
        try (ChildJvm first = holder()) {
            long server = Long.parseLong(first.await("pid"));
            ProcessHandle keeper =
                    ProcessHandle.of(server).flatMap(ProcessHandle::parent).orElseThrow();
            keeper.destroyForcibly();
            await("the server stops", () -> !isAlive(server));
            try (ChildJvm second = holder()) {
                assertThat(second.await("pid")).isNotEqualTo(String.valueOf(server));
            }
        }
    }

    private static Map<String, String> environment() {
        return Map.of("LIMBECK_TEST_CACHE", cache.toString(), "LIMBECK_TEST_IDLE_SECONDS", "1", "CI", "");
    }

    private static ChildJvm holder() throws IOException {
        return ChildJvm.start(LeaseHolder.class, environment());
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).isPresent();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> runningServers() {
        try (Stream<Path> servers = Files.list(cache.resolve("server"))) {
            return servers.map(server -> server.resolve("dir"))
                    .filter(Files::exists)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; !condition.getAsBoolean(); tries++) {
            assertThat(tries).as(what).isLessThan(600);
            Thread.sleep(100);
        }
    }
}
