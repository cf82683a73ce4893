package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A JDK on this machine. */
record Jdk(Path home, String version) {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    int major() {
        return Integer.parseInt(version.split("\\D", 2)[0]);
    }

    String title() {
        return "JDK " + major();
    }

    /** The first of each of these majors, in this order; what is not there is left out. */
    static List<Jdk> installed(int... majors) throws IOException {
        List<Jdk> found = new ArrayList<>();
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> folders = Files.list(INSTALLED)) {
                folders.sorted().forEach(homes::add);
            }
        }
        for (int major : majors) {
            for (Path home : homes) {
                Jdk jdk = at(home);
                if (jdk != null && jdk.major() == major) {
                    found.add(jdk);
                    break;
                }
            }
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable Jdk at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return null;
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> new Jdk(home, line.substring(14, line.length() - 1)))
                .findFirst()
                .orElse(null);
    }
}
