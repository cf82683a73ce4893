package org.limbeck.env.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.env.EnvError;
import org.limbeck.testkit.manual.Chapter;
import org.limbeck.testkit.manual.Program;
import org.limbeck.testkit.manual.Sample;
import org.limbeck.testkit.manual.Shell;

/** Every sample of {@code docs/env.md} happens as shown. With {@code -Dmanual.update} the chapter is rewritten. */
class EnvManualTest {
    private static final Path CHAPTER = Path.of("..", "docs", "env.md");

    @TempDir
    private Path folder;

    @Test
    void everySampleHappensAsShown() throws Exception {
        Chapter chapter = Chapter.read(CHAPTER);
        Shell shell = new Shell(folder, Map.of("limbeck", limbeck()), this::steady);
        Map<Integer, String> actual = new HashMap<>();
        for (Sample sample : chapter.samples()) {
            actual.put(sample.line(), shell.execute(sample));
        }
        if (Boolean.getBoolean("manual.update")) {
            Files.writeString(CHAPTER, chapter.with(actual));
        }
        for (Sample sample : chapter.samples()) {
            assertThat(actual.get(sample.line()))
                    .as("docs/env.md:" + sample.line())
                    .isEqualTo(sample.text());
        }
        assertThat(chapter.samples()).hasSizeGreaterThan(12);
    }

    @Test
    void everyErrorIsInTheChapter() throws IOException {
        String text = Files.readString(CHAPTER);
        for (EnvError error : EnvError.values()) {
            assertThat(text).contains("| " + error.text() + " | " + error.exitCode() + " |");
        }
    }

    private static Program limbeck() {
        return (words, out, folder) -> {
            assertThat(words.get(0)).isEqualTo("env");
            List<String> arguments = words.subList(1, words.size());
            return EnvCommands.run(arguments, out, out, folder, false);
        };
    }

    private String steady(String output) {
        return output.replace(folder.toAbsolutePath().toString(), "/srv/app")
                .replaceAll("backup_\\d{8}_\\d{6}_\\d{3}", "backup_20261120_093000_000")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} UTC", "2026-11-20 09:30:00.000 UTC");
    }
}
