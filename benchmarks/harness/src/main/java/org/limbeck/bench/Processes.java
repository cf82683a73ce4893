package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a process and reads what the operating system counted: CPU by bash's {@code time} (in milliseconds), peak memory
 * by GNU {@code time}, where that is installed.
 */
final class Processes {
    private static final Path GNU_TIME = Path.of("/usr/bin/time");
    private static final String SCRIPT = "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >\"$0\" 2>&1";

    private final Path work;

    Processes(Path work) {
        this.work = work;
    }

    /** @throws IllegalStateException with its output if it fails or takes longer than ten minutes */
    Sample run(Attempt attempt) throws IOException, InterruptedException {
        Path output = work.resolve("output");
        Path memory = work.resolve("memory");
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, output.toString()));
        if (Files.isExecutable(GNU_TIME)) {
            command.addAll(List.of(GNU_TIME.toString(), "-q", "-f", "%M", "-o", memory.toString()));
        }
        command.addAll(attempt.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(attempt.folder().toFile()).redirectErrorStream(true);
        builder.environment().putAll(attempt.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String times = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    attempt.command() + " failed in " + attempt.folder() + ":\n" + Files.readString(output) + times);
        }
        String[] seconds = times.strip().split("\\s+");
        return new Sample(
                Double.parseDouble(seconds[0]),
                Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]),
                Files.isRegularFile(memory)
                        ? Long.parseLong(Files.readString(memory).strip()) / 1024.0
                        : 0,
                Files.readString(output));
    }
}
