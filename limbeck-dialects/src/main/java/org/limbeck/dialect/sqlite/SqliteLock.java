package org.limbeck.dialect.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.MigrationLock;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * An operating-system lock on {@code <database>.limbeck-lock} beside the database file, with the holder's name in it; the
 * system frees it when the process ends. A lock inside the database would shut out the work connection itself.
 *
 * <p>POSIX frees a file's locks when the process closes the file anywhere, so within one JVM nobody opens the file while
 * the lock is held: a register tells first. The register stands in the system properties, which all class loaders share.
 */
final class SqliteLock implements MigrationLock {
    private static final String SUFFIX = ".limbeck-lock";
    private static final String REGISTER = "org.limbeck.lock.";

    /** Far behind what is written, for on Windows a locked part of a file cannot be read. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int MOST_BYTES = 4096;

    @Override
    public Optional<Held> tryAcquire(Connection work, LockScope scope, String holder) throws SQLException {
        Path file = lockFile(work);
        String key = REGISTER + (file == null ? inMemory(work, scope) : file);
        String words = holder + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        if (System.getProperties().putIfAbsent(key, words) != null) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<Held> held = file == null ? Optional.of(new InJvm(key)) : lock(file, key, words);
            taken = held.isPresent();
            return held;
        } finally {
            if (!taken) {
                System.getProperties().remove(key);
            }
        }
    }

    private static Optional<Held> lock(Path file, String key, String words) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0).write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
            return Optional.of(new InFile(key, channel, lock));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            closeQuietly(channel);
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The lock file " + file + " cannot be written")
                    .why(e.toString())
                    .why("It stands beside the database, so that two migrations never work on it at once.")
                    .todo("Make the folder writable; SQLite itself needs that too.")
                    .exception(e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The first error is told.
            }
        }
    }

    @Override
    public Optional<String> holder(Connection connection, LockScope scope) throws SQLException {
        Path file = lockFile(connection);
        String key = REGISTER + (file == null ? inMemory(connection, scope) : file);
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.ofNullable(System.getProperty(key));
        }
        Object here = System.getProperties().putIfAbsent(key, "somebody who asks who holds the lock");
        if (here != null) {
            return Optional.of(here.toString());
        }
        try {
            return otherProcess(file);
        } finally {
            System.getProperties().remove(key);
        }
    }

    private static Optional<String> otherProcess(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock free = channel.tryLock(LOCKED_BYTE, 1, false);
            return free == null ? Optional.of(read(channel)) : Optional.empty();
        } catch (OverlappingFileLockException | IOException e) {
            return Optional.of("somebody (" + e + ")");
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(MOST_BYTES, channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // All of it is needed.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** Nothing is to be taken from a holder that lives, and the lock of one that died is free by itself. */
    @Override
    public boolean forceRelease(Connection connection, LockScope scope) throws SQLException {
        return holder(connection, scope).isEmpty();
    }

    // ---- where it stands

    /** Beside the real file, whatever links lead to it; null for a database in memory. */
    private static @Nullable Path lockFile(Connection connection) throws SQLException {
        String database = mainFile(connection);
        if (database.isEmpty()) {
            return null;
        }
        Path path = Path.of(database);
        try {
            path = path.toRealPath();
        } catch (IOException e) {
            path = path.toAbsolutePath().normalize();
        }
        return path.resolveSibling(path.getFileName() + SUFFIX);
    }

    private static String mainFile(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT file FROM pragma_database_list WHERE name = 'main'")) {
            String file = result.next() ? result.getString(1) : null;
            return file == null ? "" : file;
        }
    }

    /** A database in memory is shared by address, or belongs to one connection alone. */
    private static String inMemory(Connection connection, LockScope scope) {
        boolean shared = scope.url().contains("cache=shared");
        return shared ? scope.url() : "memory-" + System.identityHashCode(connection);
    }

    // ---- held

    /** A lock that threads of this JVM share. */
    private static class InJvm implements Held {
        private final String key;
        private final AtomicBoolean open = new AtomicBoolean(true);

        InJvm(String key) {
            this.key = key;
        }

        @Override
        public @Nullable String guard() {
            return null;
        }

        @Override
        public boolean held() {
            return open.get();
        }

        @Override
        public final void close() {
            if (open.compareAndSet(true, false)) {
                release();
                System.getProperties().remove(key);
            }
        }

        void release() {
            // The register is all there is.
        }
    }

    /** A lock that processes share; the file stays, empty, for whoever else has it open. */
    private static final class InFile extends InJvm {
        private final FileChannel channel;
        private final FileLock lock;

        InFile(String key, FileChannel channel, FileLock lock) {
            super(key);
            this.channel = channel;
            this.lock = lock;
        }

        @Override
        public boolean held() {
            return super.held() && lock.isValid();
        }

        @Override
        void release() {
            try {
                channel.truncate(0);
            } catch (IOException e) {
                // The words in it are of no meaning without the lock.
            }
            closeQuietly(channel);
        }
    }
}
