package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once, killed runs, a full disk: the file is always whole. */
@Timeout(120)
class SafetyTest {
    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try")
    void whileOneRunHoldsTheLockAnotherWaitsAndGivesUp() throws IOException {
        prepare("A=1\nB=2\n", "A=2\n");
        try (SyncLock lock = SyncLock.acquire(folder.resolve(".env"), Duration.ZERO)) {
            assertThatExceptionOfType(EnvException.class)
                    .isThrownBy(() -> sync(Duration.ofMillis(120)))
                    .withMessageContaining("another thread of this process")
                    .satisfies(e -> assertThat(e.error().exitCode()).isEqualTo(3));
            assertThat(folder.resolve(".env")).hasContent("A=2");
        }
        sync(Duration.ZERO);
        assertThat(folder.resolve(".env")).hasContent("A=2\nB=2");
        assertThat(folder.resolve(".env.limbeck-lock")).doesNotExist();
    }

    @Test
    void theLockOfAKilledProcessIsFree() throws Exception {
        prepare("A=1\nB=2\n", "A=2\n");
        Process holder = Processes.start(Processes.java(Processes.Holder.class, folder.resolve(".env")));
        try {
            assertThat(firstLine(holder)).isEqualTo("ready");
            assertThatExceptionOfType(EnvException.class)
                    .isThrownBy(() -> sync(Duration.ZERO))
                    .withMessageContaining("process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(folder.resolve(".env.limbeck-lock"))
                .as("what the killed process left")
                .exists();
        sync(Duration.ofSeconds(5));
        assertThat(folder.resolve(".env")).hasContent("A=2\nB=2");
    }

    @Test
    void manyRunsAtOnceLoseNothing() throws Exception {
        prepare("A=0\n", "A=1\nMINE=2\n");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<EnvSync.Done>> runs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Path template = folder.resolve("template" + i);
            Files.writeString(template, "# " + i + "\nA=0\n");
            EnvPair pair = new EnvPair(folder.resolve(".env"), template, null, folder);
            runs.add(() -> EnvSync.of(pair, null).apply(Duration.ofSeconds(60)));
        }
        for (Future<EnvSync.Done> run : pool.invokeAll(runs)) {
            assertThat(run.get().backup()).isNotNull();
        }
        pool.shutdown();
        assertThat(EnvFile.read(folder.resolve(".env"))).isEqualTo(Map.of("A", "1", "MINE", "2"));
        assertThat(new Backups(folder.resolve(".env")).list()).hasSize(24);
    }

    @Test
    void manyProcessesAtOnceNeverMeet() throws Exception {
        prepare("A=0\n", "A=1\nMINE=2\n");
        Files.writeString(folder.resolve("template0"), "# zero\nA=0\n");
        Files.writeString(folder.resolve("template1"), "# one\nA=0\n");
        List<Process> loops = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                loops.add(Processes.start(Processes.java(Processes.Loop.class, folder)));
            }
            for (Process loop : loops) {
                assertThat(firstLine(loop)).isEqualTo("ready");
            }
            Thread.sleep(1500);
            assertThat(loops).as("two at once would have ended with LMB-6007").allMatch(Process::isAlive);
        } finally {
            for (Process loop : loops) {
                loop.destroyForcibly().waitFor();
            }
        }
        assertThat(EnvFile.read(folder.resolve(".env"))).isEqualTo(Map.of("A", "1", "MINE", "2"));
    }

    @Test
    void aRunKilledAtAnyMomentLeavesTheOldFileOrTheNew() throws Exception {
        prepare("A=0\n", "A=1\nMINE='" + "x".repeat(200_000) + "'\n");
        Files.writeString(folder.resolve("template0"), "# zero\nA=0\n");
        Files.writeString(folder.resolve("template1"), "# one\nA=0\n");
        Map<String, String> mine = EnvFile.read(folder.resolve(".env"));
        Random random = new Random(5);
        for (int i = 0; i < 8; i++) {
            Process loop = Processes.start(Processes.java(Processes.Loop.class, folder));
            assertThat(firstLine(loop)).isEqualTo("ready");
            Thread.sleep(100 + random.nextInt(150));
            loop.destroyForcibly().waitFor();
            assertThat(EnvFile.read(folder.resolve(".env"))).isEqualTo(mine);
        }
        sync(Duration.ofSeconds(5));
        assertThat(names()).as("nothing left behind").noneMatch(name -> name.contains("limbeck"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whenTheDiskIsFullTheOldFileIsWhole() throws Exception {
        String old = "A='" + "x".repeat(60_000) + "'\n";
        prepare("A=1\nB='" + "y".repeat(200_000) + "'\n", old);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 160; exec \"$@\"", "sh"));
        command.addAll(Processes.java(Processes.Once.class, folder));
        Process once = Processes.start(command);
        String said = new String(once.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        once.waitFor();
        assertThat(said).contains("LMB-6003", "the old file is as it was");
        assertThat(folder.resolve(".env")).hasContent(old);
        assertThat(names()).noneMatch(name -> name.contains("limbeck"));
    }

    private void prepare(String template, String mine) throws IOException {
        Files.writeString(folder.resolve(".env.example"), template);
        Files.writeString(folder.resolve(".env"), mine);
    }

    private EnvSync.Done sync(Duration wait) {
        return EnvSync.of(EnvPair.in(folder), null).apply(wait);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
