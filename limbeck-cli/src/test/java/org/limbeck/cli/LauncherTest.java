package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with programs in the place of Maven and Java that tell how they are called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do
                case $word in
                -Xshare:dump) dump=yes ;;
                -XX:AOTCacheOutput=*) echo archive >"${word#*=}" ;;
                -XX:SharedArchiveFile=*) [ -z "${dump:-}" ] || echo archive >"${word#*=}" ;;
                org.limbeck.cli.training.Training) mkdir -p "$FAKE_NATIVE" && : >"$FAKE_NATIVE/libsqlitejdbc.so" ;;
                esac
                printf '%s\\n' "$word"
            done
            exit ${FAKE_EXIT:-0}
            """;

    private static final String MAVEN = """
            #!/bin/sh
            [ -z "${FAKE_MAVEN:-}" ] || { echo "$FAKE_MAVEN"; exit 1; }
            for word in "$@"; do
                case $word in -Dlaunch.folder=*) mkdir -p "${word#*=}" && : >"${word#*=}/limbeck-cli.jar" ;; esac
            done
            """;

    @TempDir
    private Path temporary;

    private Path checkout = Path.of("");
    private Path jdk = Path.of("");
    private Path programs = Path.of("");

    private record Result(int code, List<String> out, String err) {}

    @BeforeEach
    void makeACheckout() throws IOException {
        checkout = Files.createDirectories(temporary.toRealPath().resolve("my checkout"));
        jdk = temporary.resolve("jdk");
        programs = temporary.resolve("programs");
        Files.copy(Path.of("..", "limbeck"), checkout.resolve("limbeck"), StandardCopyOption.COPY_ATTRIBUTES);
        file(checkout.resolve("pom.xml"), "");
        file(checkout.resolve("limbeck-cli/src/main/java/Main.java"), "");
        file(jdk.resolve("lib/modules"), "");
        program(jdk.resolve("bin/java"), JAVA);
        program(programs.resolve("mvn"), MAVEN);
        version("17.0.99");
    }

    @Test
    void buildsOnFirstUseThenOnlyWhenSourcesChange() throws Exception {
        assertThat(limbeck("current").err()).isEqualTo("Building Limbeck (first use) ...\n");
        assertThat(limbeck("current").err()).isEmpty();
        Files.setLastModifiedTime(
                checkout.resolve("limbeck-cli/src/main/java/Main.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(limbeck("current").err()).isEqualTo("Building Limbeck (sources have changed) ...\n");
    }

    @Test
    void passesWordsAndExitCodes() throws Exception {
        limbeck("current");
        Result result = limbeck(List.of("FAKE_EXIT=4"), "-n", "a b", "downgrade", "-1", "*");
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).endsWith("org.limbeck.cli.Main", "-n", "a b", "downgrade", "-1", "*");
        assertThat(result.out())
                .contains("-cp", checkout + "/limbeck-cli/target/launch/lib/limbeck-cli.jar")
                .contains("-XX:TieredStopAtLevel=1")
                .contains("-XX:SharedArchiveFile=" + checkout + "/limbeck-cli/target/launch/classes-17.0.99.jsa");
    }

    @Test
    void eachJdkHasItsOwnArchive() throws Exception {
        limbeck("current");
        version("25.0.1");
        assertThat(limbeck("current").out())
                .contains("-XX:AOTCache=" + checkout + "/limbeck-cli/target/launch/classes-25.0.1.jsa")
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void anArchiveThatDoesNotFitIsMadeAgain() throws Exception {
        limbeck("current");
        Path archive = checkout.resolve("limbeck-cli/target/launch/classes-17.0.99.jsa");
        file(archive, "old");
        limbeck("current");
        assertThat(archive).hasContent("old");
        Files.setLastModifiedTime(
                jdk.resolve("lib/modules"), FileTime.from(Instant.now().plusSeconds(5)));
        limbeck("current");
        assertThat(archive).hasContent("archive");

        Path moved = Files.move(checkout, temporary.resolve("moved"));
        file(moved.resolve("limbeck-cli/target/launch/classes-17.0.99.jsa"), "old");
        run(moved.resolve("limbeck"), List.of(), "current");
        assertThat(moved.resolve("limbeck-cli/target/launch/classes-17.0.99.jsa"))
                .hasContent("archive");
    }

    @Test
    void theLibraryOfSqliteLiesReady() throws Exception {
        limbeck("current");
        assertThat(limbeck("current").out())
                .contains("-Dorg.sqlite.lib.path=" + checkout + "/limbeck-cli/target/launch/native");
    }

    @Test
    void driversOfTheUserComeLast() throws Exception {
        file(checkout.resolve("lib/drivers/mine.jar"), "");
        List<String> words = limbeck("current").out();
        assertThat(words.get(words.indexOf("-cp") + 1))
                .endsWith("limbeck-cli.jar:" + checkout + "/lib/drivers/mine.jar");
    }

    @Test
    void worksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("limbeck"), Path.of("my checkout", "limbeck"));
        assertThat(run(link, List.of(), "current").out()).endsWith("org.limbeck.cli.Main", "current");
        assertThat(run(Path.of("my checkout", "..", "limbeck"), List.of(), "current")
                        .out())
                .isEqualTo(limbeck("current").out());
    }

    @Test
    void aFailedBuildIsShown() throws Exception {
        Result result = limbeck(List.of("FAKE_MAVEN=it does not compile"), "current");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("it does not compile\n").endsWith("limbeck: the build failed, see above\n");
        assertThat(limbeck("current").code()).isZero();
    }

    @Test
    void anOldJavaOrNoneIsTold() throws Exception {
        version("11.0.2");
        assertThat(limbeck("current").err()).startsWith("limbeck: Java 11.0.2 is too old; JDK 17 or newer is needed");
        assertThat(limbeck(List.of("JAVA_HOME=/nowhere"), "current").err())
                .isEqualTo("limbeck: no Java is found; install JDK 17 or newer, or set JAVA_HOME\n");
    }

    private void version(String version) throws IOException {
        file(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void file(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void program(Path file, String text) throws IOException {
        file(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result limbeck(String... words) throws Exception {
        return limbeck(List.of(), words);
    }

    private Result limbeck(List<String> environment, String... words) throws Exception {
        return run(checkout.resolve("limbeck"), environment, words);
    }

    private Result run(Path launcher, List<String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(Arrays.asList(words));
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment()
                .put(
                        "FAKE_NATIVE",
                        launcher.resolveSibling("limbeck-cli/target/launch/native")
                                .toString());
        builder.environment().remove("LIMBECK_JAVA_OPTS");
        for (String pair : environment) {
            builder.environment().put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readAllLines(out), Files.readString(err, StandardCharsets.UTF_8));
    }
}
