package org.limbeck.stairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.limbeck.testkit.history.MigrationTest;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** {@code @MigrationTest} under JUnit 5, in a JVM without JUnit 6. */
class JUnit5Test {

    /** What a user writes. */
    static final class Sample {
        @MigrationTest(scripts = "src/test/resources/histories/good", parameters = "tenant=acme")
        void good(TestDatabase database) {
            System.out.println("works on " + database.url());
        }

        @MigrationTest(scripts = "src/test/resources/histories/broken")
        void broken() {}

        @MigrationTest(scripts = "src/test/resources/histories/lossy")
        void lossy() {}

        @EachDatabase(DatabaseKind.SQLITE)
        void plain(TestDatabase database) {
            System.out.println("works on " + database.url());
        }
    }

    static List<String> consoles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/junit5"))) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("consoles")
    void historiesAreTriedAndDatabasesDropped(String console) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        console + File.pathSeparator + classPath(),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--disable-ansi-colors",
                        "--select-class=" + Sample.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(1);
        assertThat(output)
                .contains("[         2 tests successful      ]", "[         2 tests failed          ]")
                .contains("SQLITE ✔", "1 revisions up, down and up again")
                .contains("revision 0002 (feat: forgotten)", "left over:  table forgotten  id")
                .contains("0002 loses column person.name (2 rows), and its script does not say so");
        assertThat(files(output)).hasSize(2).noneMatch(Files::exists);
    }

    /** Those of the databases. */
    private static List<Path> files(String output) {
        return output.lines()
                .filter(line -> line.startsWith("works on jdbc:sqlite:"))
                .map(line -> Path.of(line.substring("works on jdbc:sqlite:".length())))
                .toList();
    }

    /** That of this JVM without its own JUnit. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !place.contains("junit") && !place.contains("jqwik") && !place.contains("opentest4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
