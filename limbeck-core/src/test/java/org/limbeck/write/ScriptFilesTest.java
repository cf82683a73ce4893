package org.limbeck.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.write.ScriptFiles.NewScript;

class ScriptFilesTest {
    @TempDir
    Path folder;

    @Test
    void allAreWritten() throws IOException {
        ScriptFiles.write(List.of(script("a.sql", "größe"), script("b.sql", "")));
        assertThat(folder.resolve("a.sql")).hasContent("größe");
        assertThat(names()).containsExactly("a.sql", "b.sql");
    }

    @Test
    void noneIsWrittenWhereOneOfThemIsThereAlready() throws IOException {
        Files.writeString(folder.resolve("b.sql"), "mine");
        assertThatThrownBy(() -> ScriptFiles.write(List.of(script("a.sql", "a"), script("b.sql", "b"))))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("There is a file of that name already");
        assertThat(names()).containsExactly("b.sql");
        assertThat(folder.resolve("b.sql")).hasContent("mine");
    }

    @Test
    void noneIsWrittenWhereOneCannotBe() throws IOException {
        assertThatThrownBy(() -> ScriptFiles.write(List.of(script("a.sql", "a"), script("no/such/b.sql", "b"))))
                .hasMessageContaining("The script cannot be written: " + folder.resolve("no/such/b.sql"));
        assertThat(names()).isEmpty();
    }

    @Test
    void twoOfOneNameAreRefused() throws IOException {
        assertThatThrownBy(() -> ScriptFiles.write(List.of(script("a.sql", "a"), script("x/../a.sql", "b"))))
                .hasMessageContaining("LMB-2008");
        assertThat(names()).isEmpty();
    }

    @Test
    void aCommandIsRunOnTheScript() throws IOException {
        Path file = Files.writeString(folder.resolve("a b.sql"), "x");
        assertThat(run(List.of("sed", "-i", "s/x/y/", "{file}"), file)).isNull();
        assertThat(file).hasContent("y");
    }

    @Test
    void noCommandIsNoProblem() {
        assertThat(run(List.of(), folder)).isNull();
    }

    @Test
    void aCommandThatFailsIsTold() {
        Problem problem = run(List.of("sh", "-c", "echo no such style; exit 3", "{file}"), folder.resolve("a.sql"));
        assertThat(Objects.requireNonNull(problem).text())
                .contains("The command of after-write, sh, ended with exit code 3; the script stays as it was written")
                .contains("\n  no such style");
        assertThat(problem.code()).isEqualTo(ErrorCode.FILE_PROBLEM);
    }

    @Test
    void aCommandThatIsNotThereIsTold() {
        assertThat(run(List.of("limbeck-no-such-program", "{file}"), folder))
                .extracting(Problem::what)
                .asString()
                .contains("limbeck-no-such-program, cannot be started");
    }

    @Test
    void aCommandThatDoesNotEndIsStopped() {
        Problem problem = AfterWrite.run(
                        List.of("sh", "-c", "sleep 60", "{file}"), folder.resolve("a"), folder, Duration.ofMillis(200))
                .orElseThrow();
        assertThat(problem.what()).contains("does not end within 0 s");
    }

    private @org.jspecify.annotations.Nullable Problem run(List<String> command, Path file) {
        return AfterWrite.run(command, file, folder, AfterWrite.LIMIT).orElse(null);
    }

    private NewScript script(String name, String text) {
        return new NewScript(folder.resolve(name), text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
