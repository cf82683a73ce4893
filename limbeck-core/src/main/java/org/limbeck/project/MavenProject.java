package org.limbeck.project;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * An application that Maven builds. Maven is asked for the dependencies once for each state of the pom; its answer is kept
 * in {@code .limbeck/class-path}.
 */
record MavenProject(Path folder) {
    /** What a build may do besides, and what would only take time here or refuse code that is being written. */
    private static final List<String> WITHOUT_CHECKS =
            List.of("-DskipTests", "-Dspotless.check.skip=true", "-Dcheckstyle.skip=true", "-Denforcer.skip=true");

    private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";
    private static final long MINUTES = 10;

    /** Colours, which Maven writes even into files. */
    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

    static Optional<MavenProject> in(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"))
                ? Optional.of(new MavenProject(folder))
                : Optional.empty();
    }

    Path classes() {
        return folder.resolve("target").resolve("classes");
    }

    List<Path> sources() {
        Path sources = folder.resolve("src").resolve("main").resolve("java");
        return Files.isDirectory(sources) ? List.of(sources) : List.of();
    }

    List<Path> dependencies() {
        Path kept = folder.resolve(".limbeck").resolve("class-path");
        try {
            String key = key();
            List<String> lines = Files.isRegularFile(kept) ? Files.readAllLines(kept) : List.of();
            boolean known = lines.size() > 1 && lines.get(0).equals(key);
            List<Path> path = paths(known ? lines.get(1) : "");
            if (known && path.stream().allMatch(Files::exists)) {
                return path;
            }
            String answer = ask();
            Files.createDirectories(folder.resolve(".limbeck"));
            Files.writeString(kept, key + "\n" + answer + "\n");
            return paths(answer);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.NO_CLASS_PATH, "The dependencies of the application cannot be found")
                    .why(e.toString())
                    .todo("Name them:  class-path = [\"target/classes\", \"lib/*.jar\"]")
                    .exception(e);
        }
    }

    private static List<Path> paths(String text) {
        return Arrays.stream(text.strip().split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .toList();
    }

    /** Changes whenever the pom, or one that it is a part of, does. */
    private String key() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path pom = pom(folder); pom != null; pom = above(pom)) {
                digest.update(Files.readAllBytes(pom));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pom(Path place) {
        return place.toAbsolutePath().normalize().resolve("pom.xml");
    }

    /** The nearest pom in a folder above that lists this one among its modules; null if there is none. */
    private static @Nullable Path above(Path pom) throws IOException {
        Path module = pom.getParent();
        for (Path place = module == null ? null : module.getParent(); place != null; place = place.getParent()) {
            Path candidate = place.resolve("pom.xml");
            String name = place.relativize(module).toString().replace('\\', '/');
            if (Files.isRegularFile(candidate)
                    && Files.readString(candidate).contains("<module>" + name + "</module>")) {
                return candidate;
            }
        }
        return null;
    }

    /** Alone if that does, else with the modules that it needs; without the network if that does. */
    private String ask() throws IOException {
        Path answer = Files.createTempFile("limbeck", ".class-path");
        List<String> told = new ArrayList<>();
        try {
            for (boolean offline : new boolean[] {true, false}) {
                for (List<String> how : ways()) {
                    Files.writeString(answer, "");
                    if (run(command(how, offline, answer), told) == 0) {
                        return Files.readString(answer).strip();
                    }
                }
            }
        } finally {
            Files.deleteIfExists(answer);
        }
        Problem problem = Problem.of(ErrorCode.NO_CLASS_PATH, "Maven cannot say the class path of " + pom(folder));
        for (String line :
                told.stream().filter(l -> l.contains("ERROR")).limit(3).toList()) {
            problem = problem.why(ESCAPES.matcher(line).replaceAll("").strip());
        }
        throw problem.todo("Look at  mvn dependency:build-classpath")
                .todo("Or name the places:  class-path = [\"target/classes\", \"lib/*.jar\"]")
                .exception();
    }

    private List<List<String>> ways() throws IOException {
        List<List<String>> ways = new ArrayList<>();
        Path own = pom(folder);
        ways.add(List.of("-f", own.toString(), GOAL));
        Path above = above(own);
        if (above != null && above.getParent() != null && own.getParent() != null) {
            Path module = above.getParent().relativize(own.getParent());
            ways.add(List.of(
                    "-f", above.toString(), "-pl", module.toString().replace('\\', '/'), "-am", "compile", GOAL));
        }
        return ways;
    }

    private static List<String> command(List<String> how, boolean offline, Path answer) {
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "-q", "--no-transfer-progress"));
        if (offline) {
            command.add("-o");
        }
        command.addAll(how);
        command.addAll(WITHOUT_CHECKS);
        command.add("-Dmdep.outputFile=" + answer);
        return command;
    }

    private static String maven() {
        return File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
    }

    private int run(List<String> command, List<String> told) throws IOException {
        Path log = Files.createTempFile("limbeck", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return 1;
            }
            told.clear();
            told.addAll(Files.readAllLines(log, StandardCharsets.UTF_8));
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Interrupted while Maven runs")
                    .exception(e);
        } catch (IOException e) {
            throw Problem.of(
                            ErrorCode.NO_CLASS_PATH, "Maven is not found, which knows the class path of " + pom(folder))
                    .why(String.valueOf(e.getMessage()))
                    .todo("Put mvn on the PATH, or name the places:  class-path = [\"target/classes\", \"lib/*.jar\"]")
                    .exception(e);
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
