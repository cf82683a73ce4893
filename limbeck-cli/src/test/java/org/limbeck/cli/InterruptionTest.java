package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.cli.shell.Interruption;
import org.limbeck.cli.shell.Surroundings;

/** Ctrl-C ends a run after the statement at work, with everything in order. */
class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    void aRunStopsBeforeTheNextStatement() {
        TestShell shell = new TestShell(folder).shop().table("aaaa", "", "t").table("bbbb", "aaaa", "u");
        Interruption interruption = new Interruption();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                super.print(text);
                if (text.contains("✓ aaaa")) {
                    interruption.request();
                }
            }
        };
        Surroundings surroundings = new Surroundings(Map.of(), out, out, folder, false, true, interruption);
        int code = new Main(surroundings).run(List.of("upgrade"));
        String told = bytes.toString(StandardCharsets.UTF_8);
        assertThat(code).as(told).isEqualTo(130);
        assertThat(told).contains("LMB-4017 Interrupted");
        assertThat(shell.limbeck("upgrade").exits(0).out()).endsWith("Done: shop is at bbbb (head)\n");
    }

    /** Each statement takes about a second; the signal comes while the second revision is at work. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessEndsInOrder() throws IOException, InterruptedException {
        String slow = "CREATE TABLE v%d AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x <"
                + " 2000000) SELECT count(*) AS n FROM c;\n";
        StringBuilder statements = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            statements.append(slow.formatted(i));
        }
        TestShell shell = new TestShell(folder)
                .project("[database.shop]\nurl = \"jdbc:sqlite:shop.db\"\nscripts = \"migrations\"\n")
                .table("aaaa", "", "t")
                .script("bbbb", "aaaa", "feat: slow", statements.toString(), "");
        Process process = start("upgrade");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder told = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.contains(" aaaa ")) {
                told.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(told.toString()).isNotNull();
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            out.lines().forEach(more -> told.append(more).append('\n'));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(told.toString()).isEqualTo(130);
            assertThat(told).contains("LMB-4017 Interrupted");
        } finally {
            process.destroyForcibly();
        }
        assertThat(shell.limbeck("current").exits(0).out())
                .startsWith("aaaa  feat: add t")
                .contains("behind by 1");
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
