package org.limbeck.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** The command that is run on each new script, such as a formatter; no shell is involved. */
public final class AfterWrite {
    /** What stands for the path of the script. */
    public static final String FILE = "{file}";

    /** How long a command may take. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int MOST_SHOWN = 2000;

    private AfterWrite() {}

    /**
     * Runs the command and waits for it.
     *
     * @param command the program and its arguments; nothing is done if it is empty
     * @param folder where it runs
     * @return what went wrong; the script stays as it is then
     */
    public static Optional<Problem> run(List<String> command, Path file, Path folder, Duration limit) {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = command.stream()
                .map(word -> word.replace(FILE, file.toAbsolutePath().toString()))
                .toList();
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return outcome(process, words.get(0), file, limit);
        } catch (IOException e) {
            return Optional.of(problem(words.get(0), "cannot be started", file, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Problem> outcome(Process process, String program, Path file, Duration limit) {
        Output output = new Output(process.getInputStream());
        Thread reader = new Thread(output, "limbeck-after-write");
        reader.setDaemon(true);
        reader.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(problem(program, "does not end within " + limit.toSeconds() + " s", file, ""));
            }
            reader.join(TimeUnit.SECONDS.toMillis(1));
            int code = process.exitValue();
            return code == 0
                    ? Optional.empty()
                    : Optional.of(problem(program, "ended with exit code " + code, file, output.text()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(problem(program, "was interrupted", file, ""));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Problem problem(String program, String what, Path file, String output) {
        Problem problem = Problem.of(
                ErrorCode.FILE_PROBLEM,
                "The command of after-write, " + program + ", " + what + "; the script stays as it was written: "
                        + file);
        return output.isBlank() ? problem : problem.why(output.strip());
    }

    /** The beginning of what a command says; the rest is read, too, or the command would wait for ever. */
    private static final class Output implements Runnable {
        private final InputStream stream;
        private final StringBuffer text = new StringBuffer();

        Output(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public void run() {
            byte[] bytes = new byte[4096];
            try {
                for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
                    int room = MOST_SHOWN - text.length();
                    text.append(new String(bytes, 0, Math.max(0, Math.min(count, room)), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The command is gone; what it said so far is kept.
            }
        }

        String text() {
            return text.toString();
        }
    }
}
