package org.limbeck.env;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One run at a time for one file. A file beside it is locked, so the lock ends with its process, however that ends. The
 * lock file names its holder and is removed afterwards; whoever gets hold of one that was just removed tries again.
 */
final class SyncLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path file;
    private final FileChannel channel;

    private SyncLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits for the lock of {@code target}.
     *
     * @throws EnvException if another run holds it all the time
     */
    static SyncLock acquire(Path target, Duration wait) throws IOException {
        Path file = target.resolveSibling(target.getFileName() + ".limbeck-lock");
        long stop = System.nanoTime() + wait.toNanos();
        while (true) {
            SyncLock lock = attempt(file);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - stop >= 0) {
                throw EnvError.LOCKED.because(
                        "another run is changing " + target.getFileName() + holder(file),
                        "wait until it is done, or give --lock-timeout SECONDS");
            }
            pause();
        }
    }

    private static @Nullable SyncLock attempt(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, OPTIONS, DurableFile.privateFile(file));
        boolean mine = false;
        try {
            FileLock lock = channel.tryLock();
            mine = lock != null && isStillThere(file, channel);
            return mine ? new SyncLock(file, channel) : null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        } finally {
            if (!mine) {
                channel.close();
            }
        }
    }

    /** Writes who we are through the open file and looks for it under the name. */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + " since " + Instant.now() + " "
                + Long.toHexString(System.nanoTime());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        return holder.equals(content(file));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }

    private static String holder(Path file) {
        String content = content(file);
        int stop = content.lastIndexOf(' ');
        return stop < 0 ? "" : " (" + content.substring(0, stop) + ")";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the lock", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
