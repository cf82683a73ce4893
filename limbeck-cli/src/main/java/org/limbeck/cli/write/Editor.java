package org.limbeck.cli.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** The user's editor: {@code $VISUAL}, else {@code $EDITOR}. */
final class Editor {
    private Editor() {}

    /** Opens files and waits until the editor is closed. */
    static void open(Invocation call, List<Path> files) {
        Map<String, String> environment = call.surroundings().environment();
        String editor = environment.getOrDefault("VISUAL", "").isBlank()
                ? environment.getOrDefault("EDITOR", "")
                : environment.getOrDefault("VISUAL", "");
        if (editor.isBlank()) {
            throw Problem.of(ErrorCode.WRONG_USE, "No editor is known")
                    .todo("export EDITOR=vi  (or VISUAL)")
                    .exception();
        }
        List<String> words = new ArrayList<>(List.of(editor.strip().split("\\s+")));
        files.forEach(file -> words.add(file.toString()));
        call.terminal().out().flush();
        int code = run(call, editor, words);
        if (code != 0) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The editor ended with exit code " + code + ": " + editor)
                    .exception();
        }
    }

    private static int run(Invocation call, String editor, List<String> words) {
        try {
            return new ProcessBuilder(words)
                    .directory(call.surroundings().folder().toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The editor cannot be started: " + editor)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Interrupted while the editor was open")
                    .exception();
        }
    }
}
