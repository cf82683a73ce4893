package org.limbeck.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.manual.Manual;
import org.limbeck.testkit.manual.Shell;

/** The chapter on the processor happens as shown. */
class ProcessorManualTest {
    @TempDir
    private Path folder;

    @Test
    void everySampleHappensAsShown() throws Exception {
        Shell shell = new Shell(
                folder,
                Map.of("javac", ProcessorManualTest::javac),
                output -> output.replace(folder.toAbsolutePath() + "/", ""));
        assertThat(Manual.differences(Path.of("../docs/processor.md"), shell)).isEmpty();
    }

    /** {@code [-A...] -d target/classes FOLDER}. */
    private static int javac(List<String> words, PrintStream out, Path folder) throws IOException {
        Build build = new Build(folder);
        words.stream().filter(word -> word.startsWith("-A")).forEach(build::plain);
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve(words.get(words.size() - 1)))) {
            files.filter(Files::isRegularFile).sorted().forEach(sources::add);
        }
        Build.Outcome outcome = build.compile(sources, new RevisionProcessor());
        outcome.diagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR || d.getKind() == Diagnostic.Kind.WARNING)
                .sorted(Comparator.comparing(
                        d -> d.getSource() == null ? "" : d.getSource().getName()))
                .forEach(d -> print(d, out));
        return outcome.done() ? 0 : 1;
    }

    /** As the compiler itself prints it. */
    private static void print(Diagnostic<? extends JavaFileObject> diagnostic, PrintStream out) {
        out.print(diagnostic.toString().replace("\r\n", "\n").strip() + "\n");
        assertThat(diagnostic.getMessage(Locale.ROOT)).isNotBlank();
    }
}
