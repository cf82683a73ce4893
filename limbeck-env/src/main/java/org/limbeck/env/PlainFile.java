package org.limbeck.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The operator's file at the edge: reads it, and runs work on it under its lock, with errors in plain words. */
final class PlainFile {
    private PlainFile() {}

    /** Work on the file itself, which links may lead to. */
    interface Work<T> {
        T run(Path target) throws IOException;
    }

    /** The bytes of a file, or null if there is none. */
    static byte @Nullable [] read(Path file, String shown) {
        if (!Files.exists(file)) {
            return null;
        }
        if (!Files.isRegularFile(file)) {
            throw EnvError.NOT_READABLE.because(shown + " is no plain file", "name the right file with --env");
        }
        return EnvFile.loadBytes(file, shown);
    }

    @SuppressWarnings("try")
    static <T> T locked(Path file, String shown, Duration wait, Work<T> work) {
        try {
            Path target = DurableFile.target(file);
            if (!Files.isDirectory(DurableFile.parent(target))) {
                throw EnvError.FILE_MISSING.because(
                        "there is no folder for " + shown, "create the folder, or name the right file with --env");
            }
            try (SyncLock lock = SyncLock.acquire(target, wait)) {
                return work.run(target);
            }
        } catch (IOException e) {
            throw EnvError.NOT_WRITABLE.because(
                    shown + " cannot be written: " + EnvError.reason(e), advice(EnvError.reason(e)), e);
        }
    }

    /** A single file that is mounted into a container cannot be replaced there. */
    private static String advice(String reason) {
        return reason.contains("busy")
                ? "it is probably mounted by itself: run this outside the container, or mount its folder"
                : "look at the rights and the free space of its folder; the old file is as it was";
    }
}
