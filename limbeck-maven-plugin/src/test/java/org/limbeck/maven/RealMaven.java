package org.limbeck.maven;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The Maven that runs the tests, for other projects. The artifacts of this build are in a repository of the test's own;
 * all else comes from the local repository, as if it were a remote one: nothing is installed, nothing is fetched.
 */
final class RealMaven {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path ROOT = Path.of("..");
    private final String home;
    private final Path folder;

    private RealMaven(String home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** What Maven printed, and its exit code. */
    record Outcome(int exitCode, String text) {}

    /** A Maven whose repository is in this folder; aborts the test if Maven does not run the tests. */
    static RealMaven in(Path folder) throws IOException {
        String home = System.getProperty("limbeck.test.maven", "");
        assumeTrue(Files.isDirectory(Path.of(home, "bin")), "Maven does not run this test");
        RealMaven maven = new RealMaven(home, folder);
        maven.publish();
        Files.writeString(folder.resolve("settings.xml"), settings());
        return maven;
    }

    /** The central repository is the local one; what is there has no checksums beside it. */
    private static String settings() {
        String central = "<id>central</id><url>"
                + Path.of(System.getProperty("limbeck.test.repository", "")).toUri()
                + "</url><releases><checksumPolicy>ignore</checksumPolicy></releases>";
        return "<settings><profiles><profile><id>local</id><repositories><repository>" + central
                + "</repository></repositories><pluginRepositories><pluginRepository>" + central
                + "</pluginRepository></pluginRepositories></profile></profiles>"
                + "<activeProfiles><activeProfile>local</activeProfile></activeProfiles></settings>";
    }

    Outcome run(Path project, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                home + "/bin/mvn",
                "-B",
                "--no-transfer-progress",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Dhibernate.version=" + System.getProperty("limbeck.test.hibernate"),
                "-Dhibernate.dialects.version=" + System.getProperty("limbeck.test.hibernate.dialects")));
        command.addAll(Arrays.asList(words));
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
        int code = builder.start().waitFor();
        return new Outcome(code, Files.readString(output, StandardCharsets.UTF_8));
    }

    // ---- the artifacts of this build

    private void publish() throws IOException {
        Files.copy(ROOT.resolve("pom.xml"), place("limbeck", ".pom"));
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(ROOT, "limbeck-*")) {
            for (Path module : modules) {
                Path classes = module.resolve("target/classes");
                if (Files.isDirectory(classes)) {
                    String name = String.valueOf(module.getFileName());
                    Files.copy(module.resolve("pom.xml"), place(name, ".pom"));
                    jar(classes, place(name, ".jar"));
                }
            }
        }
    }

    private Path place(String artifact, String ending) throws IOException {
        Path place = folder.resolve("repository/org/limbeck").resolve(artifact).resolve(VERSION);
        Files.createDirectories(place);
        return place.resolve(artifact + "-" + VERSION + ending);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
    }
}
