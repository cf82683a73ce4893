package org.limbeck.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.testkit.manual.Chapter;
import org.limbeck.testkit.manual.Sample;
import org.limbeck.testkit.manual.Shell;

/** Every sample happens as shown, in processes of its own. With {@code -Dmanual.update} the chapters are rewritten. */
class ApplicationChaptersTest {
    private static final Path MANUAL = Path.of("..", "docs");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"start-up.md", "spring.md"})
    void everySampleHappensAsShown(String name) throws Exception {
        Chapter chapter = Chapter.read(MANUAL.resolve(name));
        Map<Integer, String> actual = new HashMap<>();
        try (JavaPrograms programs = new JavaPrograms()) {
            Shell shell = new Shell(folder, programs.byName(), ApplicationChaptersTest::steady);
            for (Sample sample : chapter.samples()) {
                actual.put(sample.line(), shell.execute(sample));
            }
        }
        if (Boolean.getBoolean("manual.update")) {
            Files.writeString(MANUAL.resolve(name), chapter.with(actual));
        }
        for (Sample sample : chapter.samples()) {
            assertThat(actual.get(sample.line()))
                    .as("docs/" + name + ":" + sample.line())
                    .isEqualTo(sample.text());
        }
    }

    private static String steady(String output) {
        // JDK 24 and newer warn of native libraries, such as SQLite's.
        return output.replaceAll("(?m)(^WARNING: .*\\R)+(^\\R)?", "")
                .replaceAll(" in \\d+ ms", " in 12 ms")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[\\d:.]+Z", "2026-11-20T09:31:00Z")
                .replaceAll("\"by\":\"[^\"]+\"", "\"by\":\"anna@build-7\"")
                .replaceAll("\"H2 2\\.[^\"]+", "\"H2 2.5");
    }
}
