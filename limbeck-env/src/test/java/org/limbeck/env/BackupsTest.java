package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.007Z");

    @TempDir
    private Path folder;

    @Test
    void theNameHasTimeAndCounter() throws IOException {
        assertThat(create("a", NOON)).hasFileName(".env.backup_20261120_120000_007_0001");
        assertThat(create("b", NOON)).hasFileName(".env.backup_20261120_120000_007_0002");
    }

    @Test
    void theCounterOrdersEvenIfTheClockRunsBack() throws IOException {
        create("a", NOON);
        create("b", NOON.minusSeconds(3600));
        assertThat(backups().list()).extracting(Backup::counter).containsExactly(1, 2);
        restore(null);
        assertThat(folder.resolve(".env")).hasContent("b");
    }

    @Test
    void otherFilesInTheFolderAreNoBackups() throws IOException {
        create("a", NOON);
        for (String name : new String[] {
            ".env.backup_20261120_120000_007_000x",
            ".env.backup_1",
            ".env.local.backup_20261120_120000_007_0002",
            "notes",
            ".env.backup_20261120_120000_0007_001",
            ".env.backup_20261120_120000_007_9999999999"
        }) {
            Files.writeString(folder.resolve("env-backup").resolve(name), "x");
        }
        assertThat(backups().list()).hasSize(1);
        assertThat(backups().prune(1)).isEmpty();
        assertThat(folder.resolve("env-backup/notes")).exists();
    }

    @Test
    void filesOfOtherNamesHaveTheirOwnBackups() throws IOException {
        create("a", NOON);
        new Backups(folder.resolve(".env.local")).create(bytes("b"), NOON);
        assertThat(backups().list()).hasSize(1);
        assertThat(new Backups(folder.resolve(".env.local")).list()).hasSize(1);
    }

    @Test
    void pruningLeavesTheNewest() throws IOException {
        for (String content : new String[] {"a", "b", "c", "d"}) {
            create(content, NOON);
        }
        assertThat(backups().prune(2)).extracting(Backup::counter).containsExactly(1, 2);
        assertThat(backups().list()).extracting(Backup::counter).containsExactly(3, 4);
        assertThat(backups().prune(0)).as("at least one stays").hasSize(1);
        assertThat(create("e", NOON)).hasFileName(".env.backup_20261120_120000_007_0005");
    }

    @Test
    void restoringIsBackedUpAndUndoneByRestoring() throws IOException {
        Files.writeString(folder.resolve(".env"), "now");
        create("old", NOON);
        assertThat(restore(null).written()).isTrue();
        assertThat(folder.resolve(".env")).hasContent("old");
        restore(null);
        assertThat(folder.resolve(".env")).hasContent("now");
        assertThat(backups().list()).hasSize(3);
    }

    @Test
    void whatIsSpoiltIsRestoredToo() throws IOException {
        create("A=1", NOON);
        Files.write(folder.resolve(".env"), "\ufeffA=2".getBytes(StandardCharsets.UTF_16LE));
        restore(null);
        assertThat(folder.resolve(".env")).hasContent("A=1");
    }

    @Test
    void aBackupIsNamedInSeveralWays() throws IOException {
        Path first = create("one", NOON);
        create("two", NOON);
        Files.writeString(folder.resolve("elsewhere"), "three");
        for (String name : new String[] {first.getFileName().toString(), "0001", "env-backup/" + first.getFileName()}) {
            restore(name);
            assertThat(folder.resolve(".env")).hasContent("one");
            Files.writeString(folder.resolve(".env"), "changed");
        }
        restore("elsewhere");
        assertThat(folder.resolve(".env")).hasContent("three");
    }

    @Test
    void whatIsTheSameIsNotWritten() throws IOException {
        Files.writeString(folder.resolve(".env"), "a");
        create("a", NOON);
        EnvRestore.Done done = restore(null);
        assertThat(done.written()).isFalse();
        assertThat(backups().list()).hasSize(1);
    }

    @Test
    void aMissingFileIsRestoredForItsOwnerOnly() throws IOException {
        create("a", NOON);
        restore(null);
        assertThat(Files.getPosixFilePermissions(folder.resolve(".env"))).hasSize(2);
    }

    @Test
    void aBackupThatIsNotThereIsWrongUse() throws IOException {
        assertNoBackup(null);
        create("a", NOON);
        assertNoBackup("0007");
        assertNoBackup("env-backup");
    }

    private void assertNoBackup(@Nullable String name) {
        assertThatExceptionOfType(EnvException.class)
                .isThrownBy(() -> restore(name))
                .satisfies(e -> assertThat(e.error()).isEqualTo(EnvError.NO_BACKUP));
    }

    private EnvRestore.Done restore(@Nullable String name) {
        return new EnvRestore(folder.resolve(".env"), folder).apply(name, Duration.ZERO);
    }

    private Path create(String content, Instant time) throws IOException {
        return backups().create(bytes(content), time);
    }

    private Backups backups() {
        return new Backups(folder.resolve(".env"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
