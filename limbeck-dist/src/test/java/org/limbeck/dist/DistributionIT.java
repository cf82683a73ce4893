package org.limbeck.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.dist.Download.Answer;

/** Downloads work where they are unpacked: with blanks in the path, read-only, for other users, with each JDK. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {
    private static final String NOBODY = "65534";

    @TempDir
    Path temporary;

    private Path installed(Path archive) throws Exception {
        return Download.unpacked(archive, temporary.resolve("my tools"));
    }

    private Map<String, String> environment(String javaHome) {
        return Map.of(
                "JAVA_HOME",
                javaHome,
                "XDG_CACHE_HOME",
                temporary.resolve("the cache").toString(),
                "HOME",
                temporary.toString(),
                "SQLITE_DB_PATH",
                temporary.resolve("data").toString());
    }

    private static List<Path> archives(Path cache) throws Exception {
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    @Test
    void worksWithEachJdkAndKeepsItsArchiveWithTheUser() throws Exception {
        String limbeck = installed(Download.tar()).resolve("limbeck").toString();
        int number = 0;
        for (Path jdk : Download.jdks()) {
            Map<String, String> environment = environment(jdk.toString());
            Path studio = Download.studio(temporary.resolve("studio" + number++));

            Answer version = Download.run(studio, environment, limbeck, "--version");
            Answer upgrade = Download.run(studio, environment, limbeck, "-n", "sqlite_agent", "upgrade");
            Answer current = Download.run(studio, environment, limbeck, "-n", "sqlite_agent", "current");

            assertThat(version.out()).startsWith("limbeck ");
            assertThat(upgrade.code()).as(upgrade.out() + upgrade.err()).isZero();
            assertThat(current.out()).contains("(head)");
            assertThat(version.err() + upgrade.err() + current.err()).doesNotContainIgnoringCase("warning", "[cds]");
        }
        long kinds = Download.jdks().stream().map(Download::version).distinct().count();
        assertThat(archives(temporary.resolve("the cache"))).hasSize((int) kinds);
    }

    @Test
    void aMovedInstallationMakesAnotherArchive() throws Exception {
        Path first = installed(Download.tar());
        Map<String, String> environment = environment(System.getProperty("java.home"));
        Download.run(temporary, environment, first.resolve("limbeck").toString(), "--version");
        Path moved = Files.move(first, temporary.resolve("moved"));

        Answer again =
                Download.run(temporary, environment, moved.resolve("limbeck").toString(), "--version");

        assertThat(again.out()).startsWith("limbeck ");
        assertThat(again.err()).isEmpty();
        assertThat(archives(temporary.resolve("the cache"))).hasSize(2);
    }

    /** Nothing is written into the installation, and without any place for an archive it works without one. */
    @Test
    void anotherUserNeedsNoRightToWriteThere() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another user");
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "limbeck dist");
        try {
            Path limbeck = Download.unpacked(Download.tar(), folder.resolve("read only"))
                    .resolve("limbeck");
            Path studio = Download.studio(folder.resolve("studio"));
            Path home = Files.createDirectories(folder.resolve("home"));
            Answer given = Download.run(
                    folder,
                    Map.of(),
                    "sh",
                    "-c",
                    "chmod 755 . && chmod -R a-w 'read only' && chown -R " + NOBODY + " home studio");
            assertThat(given.code()).as(given.err()).isZero();
            for (String place : List.of(home.toString(), "/nowhere")) {
                Answer answer = Download.run(
                        studio,
                        Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", place, "SQLITE_DB_PATH", "data"),
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        limbeck.toString(),
                        "-n",
                        "sqlite_agent",
                        "upgrade");
                assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
            }
            assertThat(archives(home)).hasSize(1);
            assertThat(archives(folder.resolve("read only"))).isEmpty();
        } finally {
            Download.run(folder, Map.of(), "rm", "-rf", folder.toString());
        }
    }

    @Test
    void theImageNeedsNoJavaForSql() throws Exception {
        String limbeck = installed(Download.image()).resolve("limbeck").toString();
        Map<String, String> environment = environment("/nowhere");
        Path studio = Download.studio(temporary.resolve("studio"));

        Answer sql = Download.run(studio, environment, limbeck, "-n", "sqlite_ops", "upgrade");
        Answer java = Download.run(studio, environment, limbeck, "-n", "sqlite_agent", "upgrade");

        assertThat(sql.code()).as(sql.out() + sql.err()).isZero();
        assertThat(java.code()).isNotZero();
        assertThat(java.err()).contains("There is no Java compiler").contains("run Limbeck with a JDK");
    }

    @Test
    void theDebianPackageHoldsTheSame() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")), "dpkg-deb looks into packages");
        Path root = temporary.resolve("root");
        Answer unpacked = Download.run(
                temporary, Map.of(), "dpkg-deb", "-x", Download.debian().toString(), root.toString());
        assertThat(unpacked.code()).as(unpacked.err()).isZero();

        assertThat(Files.readSymbolicLink(root.resolve("usr/bin/limbeck"))).hasToString("/usr/share/limbeck/limbeck");
        assertThat(root.resolve("usr/share/doc/limbeck/copyright")).isRegularFile();
        Answer version = Download.run(
                temporary,
                environment(System.getProperty("java.home")),
                root.resolve("usr/share/limbeck/limbeck").toString(),
                "--version");
        assertThat(version.out()).startsWith("limbeck ");
    }

    @Test
    void windowsHasItsLauncher() throws Exception {
        try (ZipFile zip = new ZipFile(Download.zip().toFile())) {
            String launcher = zip.stream()
                    .filter(entry -> entry.getName().endsWith("/limbeck.cmd"))
                    .findFirst()
                    .map(entry -> {
                        try {
                            return new String(
                                    zip.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .orElseThrow();
            assertThat(launcher.lines().count()).isEqualTo(launcher.split("\r\n", -1).length - 1L);
        }
    }

    @Test
    void everyJarIsNamedWithItsLicense() throws Exception {
        Path installed = installed(Download.tar());
        String licenses = Files.readString(installed.resolve("THIRD-PARTY.txt"));
        try (Stream<Path> jars = Files.list(installed.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString())
                            .filter(name -> name.endsWith(".jar"))
                            .filter(name -> !name.startsWith("limbeck-"))
                            .map(name -> name.replaceFirst("-\\d.*", "")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(licenses).contains("\n" + name + " "));
        }
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws Exception {
        for (Path file : Download.all()) {
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            assertThat(Path.of(file + ".sha256")).content().isEqualToIgnoringNewLines(sum + " *" + file.getFileName());
        }
    }
}
