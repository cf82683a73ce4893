package org.limbeck.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that the build made, and programs run on them. */
final class Download {
    private static final Path FOLDER = Path.of(System.getProperty("dist.folder", "target"));
    private static final String VERSION = System.getProperty("dist.version", "");
    private static final String PLATFORM = System.getProperty("dist.platform", "");

    private Download() {}

    /** What a program answered. */
    record Answer(int code, String out, String err) {}

    static Path tar() {
        return FOLDER.resolve("limbeck-" + VERSION + ".tar.gz");
    }

    static Path zip() {
        return FOLDER.resolve("limbeck-" + VERSION + ".zip");
    }

    static Path image() {
        return FOLDER.resolve("limbeck-" + VERSION + "-" + PLATFORM + ".tar.gz");
    }

    static Path debian() {
        return FOLDER.resolve("limbeck_" + VERSION + "_all.deb");
    }

    static List<Path> all() {
        return List.of(tar(), zip(), image(), debian());
    }

    /** Unpacks an archive; the one folder in it. */
    static Path unpacked(Path archive, Path into) throws Exception {
        Files.createDirectories(into);
        Answer answer =
                run(into, Map.of(), "tar", "xzf", archive.toAbsolutePath().toString());
        if (answer.code() != 0) {
            throw new IOException(answer.err());
        }
        try (Stream<Path> folders = Files.list(into)) {
            return folders.findFirst().orElseThrow();
        }
    }

    /** The JDKs of this machine: the one that builds, and all where Linux puts them. */
    static List<Path> jdks() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path usual = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(usual)) {
            try (Stream<Path> folders = Files.list(usual)) {
                folders.filter(home -> Files.isRegularFile(home.resolve("release")))
                        .forEach(homes::add);
            }
        }
        // Several names of one JDK are links.
        List<Path> real = new ArrayList<>();
        for (Path home : homes) {
            if (!real.contains(home.toRealPath())) {
                real.add(home.toRealPath());
            }
        }
        return real;
    }

    /** The version in the {@code release} file of a JDK, by which archives are named. */
    static String version(Path jdk) {
        try {
            return Files.readAllLines(jdk.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the project with two databases. */
    static Path studio(Path into) throws IOException {
        Path from = Path.of("..", "examples", "studio");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path copy = into.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!file.toString().contains(".limbeck")) {
                    Files.copy(file, copy);
                }
            }
        }
        return into;
    }

    static Answer run(Path folder, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> clean = new HashMap<>(environment);
        clean.putIfAbsent("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(clean);
        int code = builder.start().waitFor();
        return new Answer(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
