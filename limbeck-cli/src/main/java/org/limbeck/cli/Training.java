package org.limbeck.cli;

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

/**
 * Calls what short commands need, while the launcher has the JVM record the classes for its archive. What is not
 * recorded works, too, a little slower.
 */
final class Training {
    private static final String LIBRARY = "libsqlitejdbc.so";

    private static final String SETTINGS = """
            [defaults]
            select = "${LIMBECK_TRAINING:-train}*"
            lock-timeout = "5s"
            user = "training"
            password = "${LIMBECK_TRAINING:-}"
            [database.training]
            url = "jdbc:sqlite:training.db"
            scripts = ["migrations"]
            """;

    private static final String SCRIPT = """
            --@ revision 0123456789ab
            --@ message  feat: train
            --@ created  2026-11-20T09:31
            --@ upgrade
            CREATE TABLE training (id INTEGER NOT NULL PRIMARY KEY);
            --@ downgrade
            DROP TABLE training;
            """;

    /**
     * What the calls do not reach. Of drivers that no server is at hand for, loading the first classes is most of what they
     * cost.
     */
    private static final List<String> MORE = List.of(
            "org.postgresql.Driver",
            "org.postgresql.jdbc.PgConnection",
            "org.postgresql.core.v3.ConnectionFactoryImpl",
            "org.postgresql.core.v3.QueryExecutorImpl",
            "org.postgresql.jdbc.PgPreparedStatement",
            "org.postgresql.jdbc.PgResultSet",
            "org.mariadb.jdbc.Driver",
            "org.mariadb.jdbc.Connection",
            "org.limbeck.cli.OutputIsTerminal",
            "org.limbeck.env.Secrets");

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
        Path folder = Files.createTempDirectory("limbeck-training");
        try {
            Files.createDirectories(folder.resolve("migrations"));
            Files.writeString(folder.resolve("limbeck.toml"), SETTINGS);
            Files.writeString(folder.resolve("migrations").resolve("train.sql"), SCRIPT);
            for (String line : List.of(
                    "current", "history", "upgrade", "current", "status", "heads", "upgrade", "config", "nothing")) {
                call(folder, line);
            }
            MORE.forEach(Training::load);
        } finally {
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
            // Another release of the driver: its classes are loaded when they are needed.
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
