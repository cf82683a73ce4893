package org.limbeck.env;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One run at a time for one file. A file beside it is locked by the system, so the lock ends with its process, however
 * that ends. The lock file names its holder and is removed afterwards.
 *
 * <p>POSIX drops the lock of a process as soon as that process closes <em>any</em> descriptor of the file. So a process
 * never opens the lock file twice ({@link #OPEN}), and it is never read while it is held.
 */
final class SyncLock implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;
    private static final int LONGEST_HOLDER = 200;
    private static final int SIZES = 0x10000;
    private static final Set<Path> OPEN = new HashSet<>();
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
        long start = System.nanoTime();
        while (true) {
            Attempt attempt = attempt(file);
            if (attempt.lock != null) {
                return attempt.lock;
            }
            if (System.nanoTime() - start >= wait.toNanos()) {
                throw EnvError.LOCKED.because(
                        "another run is changing " + target.getFileName() + " (" + attempt.holder + ")",
                        "wait until it is done, or give --lock-timeout SECONDS");
            }
            pause();
        }
    }

    /** The lock, or who has it. */
    private record Attempt(@Nullable SyncLock lock, String holder) {}

    private static Attempt attempt(Path file) throws IOException {
        if (!enter(file)) {
            return new Attempt(null, "another thread of this process");
        }
        FileChannel channel = null;
        boolean mine = false;
        try {
            channel = FileChannel.open(file, OPTIONS, DurableFile.privateFile(file));
            boolean locked = channel.tryLock() != null;
            mine = locked && isStillThere(file, channel);
            return new Attempt(
                    mine ? new SyncLock(file, channel) : null, locked ? "it has just ended" : holder(channel));
        } finally {
            if (!mine) {
                leave(file, channel);
            }
        }
    }

    /**
     * Whether the name still leads to the file that is locked: its last holder may have removed it just before. Two
     * sizes by chance are given to the open file and looked for under the name.
     */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + " since " + Instant.now();
        for (int round = 0; round < 2; round++) {
            long chance = (System.nanoTime() * 31 + ProcessHandle.current().pid() * 7919) & (SIZES - 1);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            channel.write(ByteBuffer.wrap(new byte[] {' '}), LONGEST_HOLDER + chance);
            if (sizeOf(file) != channel.size()) {
                return false;
            }
        }
        return true;
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return -1;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_HOLDER);
        channel.read(buffer, 0);
        String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        return text.isBlank() ? "it has just begun" : text.replace("\u0000", "").strip();
    }

    private static boolean enter(Path file) {
        synchronized (OPEN) {
            return OPEN.add(file);
        }
    }

    private static void leave(Path file, @Nullable FileChannel channel) throws IOException {
        try (channel) {
            // Closed before another thread may open the file.
        } finally {
            synchronized (OPEN) {
                OPEN.remove(file);
            }
        }
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
        try {
            Files.deleteIfExists(file);
        } finally {
            leave(file, channel);
        }
    }
}
