package org.limbeck.env.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.env.EnvFile;

/** Bytes by chance, seasoned with what means something: no command fails, no value is lost. */
class FuzzTest {
    private static final String SEASONING = "=\"'#\\\n\r \tABab.-_1$@:/\u00ef\u00bb\u00bf\u00ff\u0000";
    private static final int ROUNDS = 500;

    @TempDir
    private Path folder;

    @Test
    void noBytesMakeACommandFail() throws IOException {
        Path env = folder.resolve(".env");
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] mine = bytes(random);
            Files.write(env, mine);
            Files.write(folder.resolve(".env.example"), bytes(random));
            Files.write(folder.resolve("previous"), bytes(random));
            assertKnownExit(seed, run("sync", "--dry-run"));
            assertKnownExit(seed, run("check", "--json", "--previous", "previous"));
            if (seed % 10 == 0) {
                int exitCode = run("sync");
                assertKnownExit(seed, exitCode);
                assertNothingLost(seed, exitCode, mine);
            }
        }
    }

    private void assertNothingLost(int seed, int exitCode, byte[] mine) throws IOException {
        if (exitCode != 0) {
            assertThat(Files.readAllBytes(folder.resolve(".env")))
                    .as("seed " + seed)
                    .isEqualTo(mine);
            return;
        }
        assertThat(run("check")).as("seed " + seed).isZero();
        Path old = folder.resolve("old");
        Files.write(old, mine);
        assertThat(EnvFile.read(folder.resolve(".env"))).as("seed " + seed).containsAllEntriesOf(EnvFile.read(old));
    }

    private static void assertKnownExit(int seed, int exitCode) {
        assertThat(exitCode).as("seed " + seed).isIn(0, 1, 4);
    }

    private int run(String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        int exitCode = EnvCommands.run(List.of(words), out, out, folder, true);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("LMB-6999");
        return exitCode;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            if (random.nextInt(8) > 0) {
                bytes[i] = (byte) SEASONING.charAt(random.nextInt(SEASONING.length()));
            }
        }
        return bytes;
    }
}
