package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.testkit.manual.Chapter;
import org.limbeck.testkit.manual.Program;
import org.limbeck.testkit.manual.Sample;
import org.limbeck.testkit.manual.Shell;

/** Every sample of the manual happens as shown. With {@code -Dmanual.update} the chapters are rewritten. */
class ManualTest {
    private static final Path ROOT = Path.of("..");
    private static final Path STUDIO = ROOT.resolve("examples").resolve("studio");

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/quick-start.md", "docs/concepts.md", "docs/configuration.md"})
    void everySampleHappensAsShown(String name) throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("work"));
        copyStudio(folder.resolve("examples").resolve("studio"));
        Chapter chapter = Chapter.read(ROOT.resolve(name));
        SteadyScripts scripts = new SteadyScripts();
        Program limbeck = (words, out, in) -> run(scripts, words, out, in);
        Shell shell = new Shell(
                folder, Map.of("limbeck", limbeck, "./limbeck", limbeck), output -> steady(scripts, folder, output));
        Map<Integer, String> actual = new HashMap<>();
        for (Sample sample : chapter.samples()) {
            actual.put(sample.line(), shell.execute(sample));
        }
        if (Boolean.getBoolean("manual.update")) {
            Files.writeString(ROOT.resolve(name), chapter.with(actual));
        }
        for (Sample sample : chapter.samples()) {
            assertThat(actual.get(sample.line())).as(name + ":" + sample.line()).isEqualTo(sample.text());
        }
        assertThat(chapter.samples()).hasSizeGreaterThan(3);
    }

    private static int run(SteadyScripts scripts, List<String> words, PrintStream out, Path folder) throws IOException {
        int code = Main.run(words.toArray(String[]::new), Map.of(), out, out, folder);
        if (words.contains("revision") || words.contains("merge")) {
            scripts.settle(folder);
        }
        return code;
    }

    /** The same times, folder and person in every run. */
    private static String steady(SteadyScripts scripts, Path folder, String output) {
        String here = folder.toAbsolutePath().toString();
        return scripts.steady(output)
                .replace(here + "/", "")
                .replace(here, ".")
                .replaceAll("  " + System.getProperty("user.name") + "(@\\S+)?(?=\n)", "  anna");
    }

    private static void copyStudio(Path to) throws IOException {
        Files.walkFileTree(STUDIO, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = String.valueOf(folder.getFileName());
                if (name.equals("data") || name.equals(".limbeck")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(STUDIO.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(STUDIO.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
