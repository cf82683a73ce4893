package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.limbeck.testkit.fault.ChildJvm;

/** What a run tells of a database that it cannot have, seen from outside: in a JVM that cannot start servers. */
class MissingDatabaseTest {

    @Test
    void abortsItsTestsAndTellsWhyAndHowMany() throws IOException {
        List<String> output = run(Map.of());

        assertThat(output).contains("succeeded=2", "aborted=4", "failed=0");
        assertThat(output).filteredOn(line -> line.startsWith("skipping")).hasSize(2);
        assertThat(output)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("skipped: MARIADB_10_11 (2 tests): cannot run the script")
                        .contains("LIMBECK_TEST_MARIADB_10_11_URL"));
    }

    @Test
    void failsItsTestsWhenAllAreRequired() throws IOException {
        assertThat(run(Map.of(), "-Dlimbeck.test.require=all")).contains("succeeded=2", "aborted=0", "failed=4");
    }

    @Test
    void failsItsTestsInContinuousIntegration() throws IOException {
        assertThat(run(Map.of("CI", "true"))).contains("succeeded=2", "aborted=0", "failed=4");
    }

    @Test
    void canBeLeftOutInContinuousIntegration() throws IOException {
        assertThat(run(Map.of("CI", "true"), "-Dlimbeck.test.require=none")).contains("failed=0");
    }

    @Test
    void isTakenFromTheServerThatTheEnvironmentNames() throws IOException {
        try (TestDatabase database = TestDatabase.create(DatabaseKind.MARIADB_10_11)) {
            Map<String, String> named = Map.of(
                    "LIMBECK_TEST_MARIADB_10_11_URL", database.url(),
                    "LIMBECK_TEST_MARIADB_10_11_USER", database.user(),
                    "LIMBECK_TEST_MARIADB_10_11_PASSWORD", database.password());

            assertThat(run(named)).contains("succeeded=4", "aborted=2", "failed=0");
        }
    }

    @Test
    void failsItsTestsWhenTheNamedServerDoesNotAnswer() throws IOException {
        List<String> output = run(Map.of("LIMBECK_TEST_MARIADB_10_11_URL", "jdbc:mariadb://127.0.0.1:1/"));

        assertThat(output).contains("succeeded=2", "aborted=2", "failed=2");
    }

    private static List<String> run(Map<String, String> environment, String... options) throws IOException {
        // A cache that cannot be written, so that no server can be started.
        Map<String, String> all = new HashMap<>(Map.of("LIMBECK_TEST_CACHE", "/dev/null/nowhere", "CI", ""));
        all.putAll(environment);
        try (ChildJvm child = ChildJvm.start(SampleRun.class, all, options)) {
            return child.remainingOutput();
        }
    }
}
