package org.limbeck.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How each contestant is called. */
record Tools(Path root, Jdk jdk) {

    /** Limbeck's own command line, by its launcher. */
    Contestant limbeck(Jdk on, Path project, boolean counted, String... words) {
        return new Contestant("Limbeck, " + on.title(), counted, target -> {
            List<String> command = new ArrayList<>(List.of(installed().toString()));
            command.addAll(List.of(words));
            Map<String, String> environment = environment(on, target);
            environment.put(
                    "XDG_CACHE_HOME", root.resolve("benchmarks/target/cache").toString());
            return new Attempt(command, environment, project);
        });
    }

    /** JDK's own compiler, made quick, on the same scripts: the floor of compiling them. */
    Contestant javac(Jdk on, Path scripts, Path work) {
        return new Contestant("javac alone, " + on.title(), false, target -> {
            List<String> command = new ArrayList<>(List.of(
                    on.home().resolve("bin/javac").toString(),
                    "-J-XX:TieredStopAtLevel=1",
                    "-J-XX:+UseSerialGC",
                    "-proc:none",
                    "-g",
                    "-nowarn",
                    "-implicit:none",
                    "-d",
                    work.resolve("javac").toString(),
                    "-cp",
                    installed().resolveSibling("lib") + "/*"));
            try (Stream<Path> files = Files.list(scripts)) {
                files.sorted().map(Path::toString).forEach(command::add);
            }
            return new Attempt(command, Map.of(), work);
        });
    }

    private Path installed() {
        return root.resolve("benchmarks/target/install/limbeck");
    }

    /** Limbeck's settings name these variables, see {@link Histories}. */
    static Map<String, String> environment(Jdk on, Target target) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", on.home().toString());
        environment.put("LIMBECK_TERMINAL", "0");
        environment.put("BENCH_KIND", target.kind());
        environment.put("BENCH_URL", target.url());
        environment.put("BENCH_USER", target.user());
        environment.put("BENCH_PASSWORD", target.password());
        return environment;
    }

    /** A plain program with Java's own flags. */
    Contestant floor(String program, boolean counted, String... words) {
        return new Contestant("floor: plain JDBC", counted, target -> {
            List<String> all = new ArrayList<>(List.of(driverUrl(target.url()), target.user(), target.password()));
            all.addAll(List.of(words));
            return java("floor", "org.limbeck.bench.floor." + program, all);
        });
    }

    /** The floor has the driver that Limbeck uses. */
    private static String driverUrl(String url) {
        return url.replace("jdbc:mysql:", "jdbc:mariadb:");
    }

    Contestant flyway(String command, Path folder, boolean counted) {
        return new Contestant(
                "Flyway 13.12",
                counted,
                target -> java(
                        "flyway",
                        "org.limbeck.bench.flyway.FlywayMain",
                        List.of(command, target.url(), target.user(), target.password(), folder.toString())));
    }

    Contestant liquibase(String command, Path folder, boolean counted) {
        return new Contestant(
                "Liquibase 4.33",
                counted,
                target -> java(
                        "liquibase",
                        "org.limbeck.bench.liquibase.LiquibaseMain",
                        List.of(command, target.url(), target.user(), target.password(), folder.toString())));
    }

    /** A program of one of the modules beside this one. */
    Attempt java(String module, String program, List<String> words) {
        return java(jdk, List.of(), module, program, words);
    }

    Attempt java(Jdk on, List<String> options, String module, String program, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of(on.home().resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(module), program));
        command.addAll(words);
        return new Attempt(command, Map.of(), root);
    }

    String classPath(String module) {
        Path target = root.resolve("benchmarks").resolve(module).resolve("target");
        try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
            return target.resolve("classes") + ":"
                    + jars.sorted().map(Path::toString).collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
