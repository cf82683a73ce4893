package org.limbeck.bench.jmh;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.limbeck.Limbeck;
import org.limbeck.dialects.Dialects;

/** An upgrade with nothing to do in a warm process, with connections that are kept. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NothingToDo {
    private static FewConnections connections(String whose) {
        return new FewConnections(
                System.getProperty("bench.url") + whose,
                System.getProperty("bench.user"),
                System.getProperty("bench.password"));
    }

    private static Path folder(String whose, int size) {
        return Path.of(System.getProperty("bench.work")).resolve(whose + "-" + size);
    }

    private static void execute(String sql) throws Exception {
        try (java.sql.Connection admin = java.sql.DriverManager.getConnection(
                        System.getProperty("bench.url") + "postgres",
                        System.getProperty("bench.user"),
                        System.getProperty("bench.password"));
                java.sql.Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String fresh(String whose) throws Exception {
        execute("DROP DATABASE IF EXISTS " + whose);
        execute("CREATE DATABASE " + whose);
        return whose;
    }

    /** Limbeck with scripts in a folder, or in a jar on the class path. */
    @State(Scope.Benchmark)
    public static class OfLimbeck {
        @Param({"10", "1000", "5000"})
        int size;

        @Param({"folder", "jar"})
        String place;

        Limbeck limbeck;

        @Setup(Level.Trial)
        public void upgrade() throws Exception {
            Path scripts = folder("limbeck-sql", size).resolve("migrations");
            Limbeck.Configuration configuration = Limbeck.configure()
                    .dataSource(connections(fresh("limbeck_noop")).source())
                    .dialects(Dialects.providers());
            if (place.equals("jar")) {
                URL jar = jar(scripts).toUri().toURL();
                configuration.scripts("classpath:db").loader(new URLClassLoader(new URL[] {jar}, null));
            } else {
                try (Stream<Path> files = Files.list(scripts)) {
                    for (Path file : files.toList()) {
                        Files.setLastModifiedTime(
                                file, FileTime.from(Instant.now().minusSeconds(3600)));
                    }
                }
                configuration.scripts(scripts.toString());
            }
            limbeck = configuration.load();
            limbeck.stamp(List.of("head"), false, "benchmark", null);
        }

        private static Path jar(Path scripts) throws IOException {
            Path jar = Files.createTempFile("scripts", ".jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file);
                    Stream<Path> files = Files.list(scripts)) {
                out.putNextEntry(new JarEntry("db/"));
                for (Path script : files.toList()) {
                    out.putNextEntry(new JarEntry("db/" + script.getFileName()));
                    Files.copy(script, out);
                }
            }
            return jar;
        }
    }

    /** Flyway with scripts in a folder. */
    @State(Scope.Benchmark)
    public static class OfFlyway {
        @Param({"10", "1000"})
        int size;

        Flyway flyway;

        @Setup(Level.Trial)
        public void upgrade() throws Exception {
            flyway = Flyway.configure()
                    .dataSource(connections(fresh("flyway_noop")).source())
                    .locations("filesystem:" + folder("flyway", size))
                    .load();
            flyway.migrate();
        }
    }

    @Benchmark
    public Object limbeck(OfLimbeck state) {
        return state.limbeck.upgrade();
    }

    @Benchmark
    public Object flyway(OfFlyway state) {
        return state.flyway.migrate();
    }
}
