package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Completion scripts. */
class CompletionTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop();
    }

    static boolean bashIsThere() {
        return Path.of("/bin/bash").toFile().canExecute();
    }

    @Test
    @EnabledIf("bashIsThere")
    void bashCompletesCommandsOptionsAndNames() throws Exception {
        shell.file(
                "completion.bash", shell.limbeck("completion", "bash").exits(0).out());
        assertThat(bash("limbeck", "up")).isEqualTo("upgrade");
        assertThat(bash("limbeck", "upgrade", "--dry")).isEqualTo("--dry-run");
        assertThat(bash("limbeck", "-v", "downgrade", "ba")).isEqualTo("base");
        assertThat(bash("limbeck", "-n", "sh")).isEqualTo("shop");
    }

    /** Calls the function as bash does when Tab is pressed. */
    private String bash(String... words) throws IOException, InterruptedException {
        String script = "limbeck() { echo shop; }; source completion.bash; COMP_WORDS=(" + String.join(" ", words)
                + "); COMP_CWORD=" + (words.length - 1) + "; _limbeck; echo \"${COMPREPLY[@]}\"";
        Process process = new ProcessBuilder("/bin/bash", "--norc", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    @Test
    void everyCommandAndOptionIsInEveryScript() {
        for (String kind : new String[] {"bash", "zsh", "fish"}) {
            String script = shell.limbeck("completion", kind).exits(0).out();
            assertThat(script).contains(Commands.names());
            assertThat(script)
                    .contains("allow-data-loss")
                    .contains("keep-going")
                    .contains("resolve-dependencies");
        }
    }

    @Test
    void namesOfDatabasesAreListed() {
        assertThat(shell.limbeck("completion", "databases").exits(0).out()).isEqualTo("shop\n");
    }
}
