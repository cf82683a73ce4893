package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.dialect.MigrationLock;
import org.limbeck.dialect.MigrationLock.Held;
import org.limbeck.dialect.MigrationLock.LockScope;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.TestDatabase;

/** One migrator at a time: among threads, among processes, through links, and in memory. */
final class SqliteLockTest {
    private final MigrationLock lock = new SqliteLock();

    @TempDir
    Path folder;

    private Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static LockScope scope(Path file) {
        return new LockScope("limbeck_revision", "jdbc:sqlite:" + file);
    }

    @Test
    void oneAtATimeInOneProcess() throws SQLException {
        Path file = folder.resolve("a.db");
        try (Connection first = open(file);
                Connection second = open(file)) {
            Held held = lock.tryAcquire(first, scope(file), "ann").orElseThrow();
            assertThat(held.held()).isTrue();
            assertThat(held.guard()).isNull();
            assertThat(lock.tryAcquire(second, scope(file), "bob")).isEmpty();
            assertThat(lock.holder(second, scope(file)).orElseThrow()).startsWith("ann, since 20");
            assertThat(lock.forceRelease(second, scope(file))).isFalse();
            held.close();
            held.close();
            assertThat(held.held()).isFalse();
            assertThat(lock.holder(second, scope(file))).isEmpty();
            assertThat(lock.forceRelease(second, scope(file))).isTrue();
            lock.tryAcquire(second, scope(file), "bob").orElseThrow().close();
        }
    }

    @Test
    void theWorkConnectionCanWriteUnderTheLock() throws SQLException {
        Path file = folder.resolve("a.db");
        try (Connection work = open(file)) {
            try (Held held = lock.tryAcquire(work, scope(file), "ann").orElseThrow()) {
                work.createStatement().execute("CREATE TABLE t (a)");
                assertThat(held.held()).isTrue();
            }
        }
    }

    @Test
    void aLinkLeadsToTheSameLock() throws SQLException, IOException {
        Path file = folder.resolve("real.db");
        try (Connection first = open(file)) {
            first.createStatement().execute("CREATE TABLE t (a)");
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
            try (Connection second = open(link);
                    Held held = lock.tryAcquire(first, scope(file), "ann").orElseThrow()) {
                assertThat(held.held()).isTrue();
                assertThat(lock.tryAcquire(second, scope(link), "bob")).isEmpty();
            }
            assertThat(folder.resolve("real.db.limbeck-lock")).exists().isEmptyFile();
            assertThat(folder.resolve("link.db.limbeck-lock")).doesNotExist();
        }
    }

    @Test
    void anotherProcessIsKeptAwayUntilItsHolderDies() throws Exception {
        Path file = folder.resolve("a.db");
        try (Connection mine = open(file)) {
            mine.createStatement().execute("CREATE TABLE t (a)");
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherProcess.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                assertThat(other.inputReader().readLine()).isEqualTo("locked");
                assertThat(lock.tryAcquire(mine, scope(file), "ann")).isEmpty();
                assertThat(lock.holder(mine, scope(file)).orElseThrow()).startsWith("other process, since");
                assertThat(lock.forceRelease(mine, scope(file))).isFalse();
            } finally {
                other.destroyForcibly();
                assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(lock.holder(mine, scope(file))).isEmpty();
            try (Held held = lock.tryAcquire(mine, scope(file), "ann").orElseThrow()) {
                assertThat(held.held()).isTrue();
            }
        }
    }

    /** Takes the lock, says so, and waits to be killed. */
    static final class OtherProcess {
        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Held held = new SqliteLock()
                            .tryAcquire(connection, scope(file), "other process")
                            .orElseThrow()) {
                System.out.println(held.held() ? "locked" : "not locked");
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void databasesInMemory() throws SQLException {
        try (TestDatabase shared = TestDatabase.sqliteInMemory();
                Connection first = shared.connect();
                Connection second = shared.connect()) {
            LockScope scope = new LockScope("limbeck_revision", shared.url());
            Held held = lock.tryAcquire(first, scope, "ann").orElseThrow();
            assertThat(lock.tryAcquire(second, scope, "bob")).isEmpty();
            assertThat(lock.holder(second, scope).orElseThrow()).startsWith("ann");
            held.close();
            assertThat(lock.holder(second, scope)).isEmpty();
        }
        LockScope own = new LockScope("limbeck_revision", "jdbc:sqlite::memory:");
        try (Connection first = DriverManager.getConnection("jdbc:sqlite::memory:");
                Connection second = DriverManager.getConnection("jdbc:sqlite::memory:");
                Held one = lock.tryAcquire(first, own, "ann").orElseThrow();
                Held two = lock.tryAcquire(second, own, "bob").orElseThrow()) {
            assertThat(one.held() && two.held()).as("two databases").isTrue();
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws SQLException, IOException {
        Path file = folder.resolve("a.db");
        try (Connection work = open(file)) {
            work.createStatement().execute("CREATE TABLE t (a)");
            Files.createDirectory(folder.resolve("a.db.limbeck-lock"));
            assertThatThrownBy(() -> lock.tryAcquire(work, scope(file), "ann"))
                    .isInstanceOf(LimbeckException.class)
                    .hasMessageContaining("LMB-3005 The lock file")
                    .hasMessageContaining("a.db.limbeck-lock cannot be written");
            assertThatThrownBy(() -> lock.tryAcquire(work, scope(file), "ann"))
                    .as("nothing is left in the register")
                    .isInstanceOf(LimbeckException.class);
            assertThat(lock.holder(work, scope(file))).isEqualTo(Optional.empty());
        }
    }

    @Test
    void aReadOnlyFolder() throws SQLException, IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path file = inner.resolve("a.db");
        try (Connection work = open(file)) {
            work.createStatement().execute("CREATE TABLE t (a)");
            Files.setPosixFilePermissions(inner, Set.of());
            assumeThat(Files.isWritable(inner)).as("root writes everywhere").isFalse();
            assertThatThrownBy(() -> lock.tryAcquire(work, scope(file), "ann"))
                    .hasMessageContaining("Make the folder writable");
        } finally {
            Files.setPosixFilePermissions(inner, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
