package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.testkit.manual.Chapter;
import org.limbeck.testkit.manual.Program;
import org.limbeck.testkit.manual.Sample;
import org.limbeck.testkit.manual.Shell;

/** Every sample of the chapters on commands happens as shown. With {@code -Dmanual.update} the chapters are rewritten. */
class CommandsManualTest {
    private static final Path MANUAL = Path.of("..", "docs");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"commands.md", "json.md", "autogenerate.md"})
    void everySampleHappensAsShown(String name) throws Exception {
        Chapter chapter = Chapter.read(MANUAL.resolve(name));
        Shell shell = new Shell(folder, Map.of("limbeck", limbeck()), this::steady);
        Map<Integer, String> actual = new HashMap<>();
        for (Sample sample : chapter.samples()) {
            actual.put(sample.line(), shell.execute(sample));
        }
        if (Boolean.getBoolean("manual.update")) {
            Files.writeString(MANUAL.resolve(name), chapter.with(actual));
        }
        for (Sample sample : chapter.samples()) {
            assertThat(actual.get(sample.line()))
                    .as("docs/" + name + ":" + sample.line())
                    .isEqualTo(sample.text());
        }
        assertThat(chapter.samples()).hasSizeGreaterThan(5);
    }

    @Test
    void everyCommandIsInTheManual() throws IOException {
        String text = Files.readString(MANUAL.resolve("commands.md"));
        for (String command : Commands.names()) {
            assertThat(text).contains("\n## limbeck " + command + "\n");
        }
    }

    /** Errors are shown where they happen: both streams are one. */
    private Program limbeck() {
        Set<Path> known = new HashSet<>();
        return (words, out, folder) -> {
            int code = Main.run(words.toArray(String[]::new), Map.of(), out, out, folder);
            try (Stream<Path> files = Files.walk(folder.resolve("migrations"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (known.add(file) && words.contains("--rev-id")) {
                        settle(file, known.size());
                    }
                }
            }
            return code;
        };
    }

    /** Gives a new script a time of its own, so that the order of history is the same in every run. */
    private static void settle(Path file, int number) throws IOException {
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("(created[ =\"]+)20[-\\dT:]+", "$12026-11-20T09:3" + number + ":00"));
    }

    /** Times, people and machines differ from run to run. */
    private String steady(String output) {
        return output.replace(folder.toAbsolutePath().toString(), "/srv/shop")
                .replaceAll(" +\\d+ ms", "      12 ms")
                .replaceAll(" +\\d+\\.\\d s(?=\\n)", "      12 ms")
                .replaceAll("change set [0-9a-f]+", "change set 5d0c0ffee411")
                .replaceAll("\"millis\":\\d+", "\"millis\":12")
                .replaceAll("\"micros\":\\d+", "\"micros\":800")
                .replaceAll("R20\\d{6}_\\d{4}_", "R20261120_0931_")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC(?=  | by)", "2026-11-20 09:31:02 UTC")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "2026-11-20T09:31:02.123Z")
                .replaceAll("\"applied_by\":\"[^\"]*\"", "\"applied_by\":\"anna\"")
                .replaceAll("\"host\":\"[^\"]*\"", "\"host\":\"build-7\"")
                .replaceAll("UTC  \\S+@\\S+", "UTC  anna@build-7")
                .replaceAll("UTC by [^@\\s]+@[^,\\s]+", "UTC by anna@build-7")
                .replaceAll("(\\(current\\).*  20\\d\\d-\\d\\d-\\d\\d)  \\S+", "$1  anna");
    }
}
