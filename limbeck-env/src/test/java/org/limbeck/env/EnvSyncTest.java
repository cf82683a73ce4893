package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sync does to real files. */
class EnvSyncTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsCreatedForItsOwnerOnly() throws IOException {
        write(".env.example", "\ufeff# doc\nA=1\n");
        EnvSync.Done done = sync();
        assertThat(read(".env")).isEqualTo("# doc\nA=1\n");
        assertThat(rights(".env")).isEqualTo("rw-------");
        assertThat(done.backup()).isNull();
        assertThat(done.plan().creates()).isTrue();
    }

    @Test
    void theOldContentIsBackedUpForItsOwnerOnly() throws IOException {
        write(".env.example", "A=1\nB=2\n");
        Files.write(folder.resolve(".env"), new byte[] {'A', '=', (byte) 0xff, '\r', '\n'});
        rights(".env", "rw-r--r--");
        Path backup = Objects.requireNonNull(sync().backup());
        assertThat(backup).hasParent(folder.resolve("env-backup").toAbsolutePath());
        assertThat(backup.getFileName().toString()).matches("\\.env\\.backup_\\d{8}_\\d{6}_\\d{3}_0001");
        assertThat(Files.readAllBytes(backup)).isEqualTo(new byte[] {'A', '=', (byte) 0xff, '\r', '\n'});
        assertThat(rights("env-backup/" + backup.getFileName())).isEqualTo("rw-------");
        assertThat(rights("env-backup")).isEqualTo("rwx------");
    }

    @Test
    void theRightsOfTheFileStay() throws IOException {
        for (String rights : List.of("rw-r-----", "rw-rw-r--", "r--------", "rwxrwxrwx")) {
            write(".env.example", "A=1\nB=" + rights + "\n");
            write(".env", "A=2\n");
            rights(".env", rights);
            sync();
            assertThat(rights(".env")).isEqualTo(rights);
            Files.delete(folder.resolve(".env"));
        }
    }

    @Test
    void theOwnerOfTheFileStays() throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a file away");
        write(".env.example", "A=1\nB=2\n");
        write(".env", "A=2\n");
        Files.setAttribute(folder.resolve(".env"), "unix:uid", 12345);
        Files.setAttribute(folder.resolve(".env"), "unix:gid", 23456);
        sync();
        assertThat(read(".env")).isEqualTo("A=2\nB=2\n");
        assertThat(Files.getAttribute(folder.resolve(".env"), "unix:uid")).isEqualTo(12345);
        assertThat(Files.getAttribute(folder.resolve(".env"), "unix:gid")).isEqualTo(23456);
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
        write(".env.example", "A=1\nB=2\n");
        Files.createDirectory(folder.resolve("shared"));
        write("shared/real", "A=2\n");
        Files.createSymbolicLink(folder.resolve("shared/hop"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve(".env"), Path.of("shared/hop"));
        Path backup = sync().backup();
        assertThat(folder.resolve(".env")).isSymbolicLink();
        assertThat(Files.readSymbolicLink(folder.resolve(".env"))).isEqualTo(Path.of("shared/hop"));
        assertThat(read("shared/real")).isEqualTo("A=2\nB=2\n");
        assertThat(backup).isNotNull().hasParent(folder.resolve("env-backup").toAbsolutePath());
    }

    @Test
    void theTargetOfALinkIsCreated() throws IOException {
        write(".env.example", "A=1\n");
        Files.createSymbolicLink(folder.resolve(".env"), Path.of("missing"));
        sync();
        assertThat(folder.resolve(".env")).isSymbolicLink();
        assertThat(read("missing")).isEqualTo("A=1\n");
    }

    @Test
    void aCircleOfLinksIsAnError() throws IOException {
        write(".env.example", "A=1\n");
        Files.createSymbolicLink(folder.resolve(".env"), Path.of("two"));
        Files.createSymbolicLink(folder.resolve("two"), Path.of(".env"));
        assertRefused(EnvError.NOT_WRITABLE);
    }

    @Test
    void aSecondRunWritesNothing() throws IOException {
        write(".env.example", "A=1\nB=2\n");
        write(".env", "A=2\n");
        sync();
        Object identity = Files.getAttribute(folder.resolve(".env"), "unix:ino");
        EnvSync.Done done = sync();
        assertThat(done.plan().due()).isFalse();
        assertThat(done.backup()).isNull();
        assertThat(Files.getAttribute(folder.resolve(".env"), "unix:ino")).isEqualTo(identity);
        assertThat(names()).containsExactlyInAnyOrder(".env", ".env.example", "env-backup");
    }

    @Test
    void manyRunsInOneMomentNeverOverwriteABackup() throws IOException {
        Set<Path> backups = new HashSet<>();
        write(".env", "A=0\n");
        for (int i = 1; i <= 30; i++) {
            write(".env.example", "A=0\nB" + i + "=x\n");
            backups.add(sync().backup());
        }
        assertThat(backups).hasSize(30).doesNotContainNull();
        assertThat(new Backups(folder.resolve(".env")).list())
                .extracting(Backup::counter)
                .startsWith(1, 2, 3)
                .endsWith(29, 30);
    }

    @Test
    void nothingIsWrittenByAPlan() throws IOException {
        write(".env.example", "A=1\nB=2\n");
        write(".env", "A=2\n");
        assertThat(EnvSync.of(EnvPair.in(folder), null).plan().due()).isTrue();
        assertThat(names()).containsExactlyInAnyOrder(".env", ".env.example");
        assertThat(read(".env")).isEqualTo("A=2\n");
    }

    @Test
    void aMissingTemplateIsWrongUse() throws IOException {
        write(".env", "A=2\n");
        assertRefused(EnvError.FILE_MISSING);
        assertThat(EnvError.FILE_MISSING.exitCode()).isEqualTo(2);
    }

    @Test
    void aMissingFolderIsWrongUse() throws IOException {
        write(".env.example", "A=1\n");
        EnvPair pair = new EnvPair(folder.resolve("no/.env"), folder.resolve(".env.example"), null, folder);
        assertThatExceptionOfType(EnvException.class)
                .isThrownBy(() -> EnvSync.of(pair, null).apply(Duration.ZERO))
                .satisfies(e -> assertThat(e.error()).isEqualTo(EnvError.FILE_MISSING));
    }

    @Test
    void whatIsNoPlainFileIsRefused() throws IOException {
        write(".env.example", "A=1\n");
        Files.createDirectory(folder.resolve(".env"));
        assertRefused(EnvError.NOT_READABLE);
    }

    @Test
    void textInTwoByteUnitsIsRefused() throws IOException {
        write(".env.example", "A=1\n");
        Files.write(folder.resolve(".env"), "\ufeffA=2\n".getBytes(StandardCharsets.UTF_16LE));
        assertRefused(EnvError.WIDE_ENCODING);
        Files.write(folder.resolve(".env"), "\ufeffA=2\n".getBytes(StandardCharsets.UTF_16BE));
        assertRefused(EnvError.WIDE_ENCODING);
    }

    @Test
    void whereNoBackupCanBeMadeNothingIsWritten() throws IOException {
        write(".env.example", "A=1\nB=2\n");
        write(".env", "A=2\n");
        write("env-backup", "a file, no folder");
        assertRefused(EnvError.NOT_WRITABLE);
        assertThat(read(".env")).isEqualTo("A=2\n");
    }

    @Test
    void anEmptyFileIsFilledAfterABackup() throws IOException {
        write(".env.example", "A=1\n");
        write(".env", "");
        assertThat(sync().backup()).isNotNull().isEmptyFile();
        assertThat(read(".env")).isEqualTo("A=1\n");
    }

    @Test
    void aHugeValueIsOneValue() throws IOException {
        String huge = "x".repeat(5_000_000);
        write(".env.example", "A=1\nB=2\n");
        write(".env", "A='" + huge + "'\n");
        sync();
        assertThat(read(".env")).isEqualTo("A='" + huge + "'\nB=2\n");
    }

    @Test
    void aThousandVariablesMeet() throws IOException {
        StringBuilder template = new StringBuilder();
        StringBuilder mine = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            template.append("# about ").append(i).append("\nNAME_").append(i).append("=default\n");
            mine.append("NAME_").append(999 - i).append("=mine\n");
        }
        write(".env.example", template.toString());
        write(".env", mine.toString());
        sync();
        assertThat(read(".env")).isEqualTo(template.toString().replace("=default", "=mine"));
    }

    private EnvSync.Done sync() {
        return EnvSync.of(EnvPair.in(folder), null).apply(Duration.ofSeconds(5));
    }

    private void assertRefused(EnvError error) {
        assertThatExceptionOfType(EnvException.class)
                .isThrownBy(this::sync)
                .satisfies(e -> assertThat(e.error()).isEqualTo(error));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private void rights(String name, String rights) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(rights));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
