package org.limbeck.testkit.server.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The folder in which server binaries, templates of data folders and running servers live, shared by all builds. */
final class TestCache {

    private static final List<String> SCRIPTS =
            List.of("server.sh", "postgresql.sh", "debian.sh", "mysqld.sh", "mariadb.sh", "mysql.sh");

    private TestCache() {}

    /** {@code LIMBECK_TEST_CACHE}, else {@code limbeck/testkit} in the user's cache folder. */
    static Path folder() {
        String given = System.getenv("LIMBECK_TEST_CACHE");
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath();
        }
        String userCache = System.getenv("XDG_CACHE_HOME");
        Path base = userCache == null || userCache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(userCache);
        return base.resolve("limbeck").resolve("testkit").toAbsolutePath();
    }

    /**
     * Copies the scripts to where bash can read them and returns the main one. The folder is named by their content:
     * builds with different scripts never share a server, and a script never changes under a running shell.
     */
    static Path installScripts() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String script : SCRIPTS) {
            contents.add(read(script));
        }
        Path home = folder().resolve("scripts-" + fingerprint(contents));
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder());
            Path fresh = Files.createTempDirectory(folder(), "scripts.tmp");
            for (int i = 0; i < SCRIPTS.size(); i++) {
                Files.write(fresh.resolve(SCRIPTS.get(i)), contents.get(i));
            }
            publish(fresh, home);
        }
        return home.resolve("server.sh");
    }

    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            // Another JVM was faster with the same content.
            for (String script : SCRIPTS) {
                Files.deleteIfExists(fresh.resolve(script));
            }
            Files.delete(fresh);
        }
    }

    private static byte[] read(String script) throws IOException {
        try (InputStream in = TestCache.class.getResourceAsStream(script)) {
            return Objects.requireNonNull(in, script).readAllBytes();
        }
    }

    private static String fingerprint(List<byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
