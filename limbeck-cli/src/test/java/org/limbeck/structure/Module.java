package org.limbeck.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module of the build.
 *
 * @param uses the modules that its classes may use
 */
record Module(String name, List<String> uses) {
    /** In the order in which they may use each other. */
    static final List<Module> ALL = List.of(
            new Module("limbeck-api", List.of()),
            new Module("limbeck-env", List.of()),
            new Module("limbeck-core", List.of("limbeck-api")),
            new Module("limbeck-dialects", List.of("limbeck-api", "limbeck-core")),
            new Module("limbeck-processor", List.of("limbeck-api", "limbeck-core")),
            new Module("limbeck-hibernate", List.of("limbeck-api", "limbeck-core")),
            new Module("limbeck-settings", List.of("limbeck-api", "limbeck-core", "limbeck-env")),
            new Module("limbeck-testkit", List.of("limbeck-api", "limbeck-core")),
            new Module(
                    "limbeck-cli",
                    List.of("limbeck-api", "limbeck-core", "limbeck-dialects", "limbeck-settings", "limbeck-env")));

    /** Those that are built later or apart, whose sources are looked at only. */
    private static final List<String> OTHERS = List.of(
            "limbeck-spring-boot-starter", "limbeck-spring-boot4-tests", "limbeck-maven-plugin", "examples/studio");

    private static final Path ROOT = Path.of("..");

    /** The compiled classes that are delivered. */
    Path classes() {
        return ROOT.resolve(name).resolve("target/classes").toAbsolutePath().normalize();
    }

    /**
     * The Java sources of all modules.
     *
     * @param folder {@code src} for the tests too, {@code src/main} for what is delivered
     */
    static List<Path> sources(String folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        List<String> names = new ArrayList<>(OTHERS);
        ALL.forEach(module -> names.add(module.name));
        for (String name : names) {
            Path root = ROOT.resolve(name).resolve(folder);
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
