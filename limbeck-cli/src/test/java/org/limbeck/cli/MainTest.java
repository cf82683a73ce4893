package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, as the launcher starts it. */
class MainTest {
    @TempDir
    Path folder;

    @Test
    void saysNothingThatItWasNotAsked() throws Exception {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/first.sql"), "--@ revision aaaa\n--@ upgrade\n--@ downgrade\n");
        Files.writeString(folder.resolve("limbeck.toml"), """
                [database.app]
                url = "jdbc:sqlite:app.db"
                scripts = "migrations"
                """);

        assertThat(run("upgrade", "--quiet")).isEqualTo("0: |");
        assertThat(run("current")).startsWith("0: aaaa  (head)").endsWith("|");
    }

    /** The exit code, what is said, and behind a line what is said on the side. */
    private String run(String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.limbeck.cli.Main"));
        command.addAll(List.of(words));
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        // JDK 25 warns of native access, which the launcher allows.
        String warnings = Files.readString(err)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("WARNING: "))
                .reduce("", (all, line) -> all + line + "\n");
        return code + ": " + Files.readString(out).strip() + "|" + warnings;
    }
}
