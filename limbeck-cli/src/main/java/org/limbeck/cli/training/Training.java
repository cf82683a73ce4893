package org.limbeck.cli.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.limbeck.cli.Main;
import org.limbeck.cli.shell.Interruption;

/**
 * Calls what short commands need, while the launcher has the JVM record the classes for its archive. What is not
 * recorded works, too, a little slower.
 */
public final class Training {
    private static final String LIBRARY = "libsqlitejdbc.so";

    static final String REVISION = "0123456789ab";

    private static final String SETTINGS = """
            [defaults]
            select = "${LIMBECK_TRAINING:-train}*"
            lock-timeout = "5s"
            user = "training"
            password = "${LIMBECK_TRAINING:-}"
            scripts = ["migrations"]
            [database.training]
            url = "jdbc:sqlite:training.db"
            [database.postgresql]
            url = "jdbc:postgresql://%straining"
            [database.mariadb]
            url = "jdbc:mariadb://%straining"
            """;

    private static final String SCRIPT = """
            --@ revision %s
            --@ message  feat: train
            --@ created  2026-11-20T09:31
            --@ upgrade
            CREATE TABLE training (id INTEGER NOT NULL PRIMARY KEY);
            --@ downgrade
            DROP TABLE training;
            """;

    private static final String NEXT = """
            --@ revision aaaaaaaaaaaa
            --@ down     %s
            --@ message  feat: train more
            --@ upgrade
            CREATE TABLE more (id INTEGER NOT NULL PRIMARY KEY);
            """;

    /** What the calls do not reach. */
    private static final List<String> MORE = List.of("org.limbeck.cli.OutputIsTerminal", "org.limbeck.env.Secrets");

    private Training() {}

    /**
     * Trains, and leaves nothing behind but the library of SQLite.
     *
     * @param words the folder for the library, in which the driver finds it without unpacking it at every start
     */
    public static void main(String[] words) throws IOException {
        if (words.length > 0) {
            unpack(Path.of(words[0]));
        }
        Interruption interruption = Main.prepare();
        Path folder = Files.createTempDirectory("limbeck-training");
        try (PretendServer postgresql = new PretendPostgresql();
                PretendServer mariaDb = new PretendMariaDb()) {
            Path scripts = Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(
                    folder.resolve("limbeck.toml"), String.format(SETTINGS, postgresql.address(), mariaDb.address()));
            Files.writeString(scripts.resolve("train.sql"), String.format(SCRIPT, REVISION));
            Files.writeString(scripts.resolve("next.sql"), String.format(NEXT, REVISION));
            for (String line : List.of(
                    "current", "history", "upgrade", "current", "status", "heads", "upgrade", "config", "nothing")) {
                call(folder, line);
            }
            for (String database : List.of("postgresql", "mariadb")) {
                for (String line : List.of("current", "upgrade", "current", "status", "upgrade")) {
                    call(folder, "-n " + database + " " + line);
                }
            }
            MORE.forEach(Training::load);
        } finally {
            interruption.over();
            remove(folder);
        }
    }

    /** Where the driver has none for this system, it does what it always does. */
    private static void unpack(Path folder) throws IOException {
        boolean musl = Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"));
        String system = System.getProperty("os.name")
                + (musl ? "-Musl/" : "/")
                + System.getProperty("os.arch").replace("amd64", "x86_64");
        try (InputStream library = Training.class.getResourceAsStream("/org/sqlite/native/" + system + "/" + LIBRARY)) {
            if (library != null) {
                Files.createDirectories(folder);
                Path half = Files.createTempFile(folder, LIBRARY, null);
                Files.copy(library, half, StandardCopyOption.REPLACE_EXISTING);
                Files.move(half, folder.resolve(LIBRARY), StandardCopyOption.ATOMIC_MOVE);
                System.setProperty("org.sqlite.lib.path", folder.toString());
            }
        }
    }

    private static void call(Path folder, String line) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(line.split(" "), Map.of(), nowhere, nowhere, folder);
    }

    private static void load(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException | LinkageError e) {
            // It is loaded when it is needed.
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
