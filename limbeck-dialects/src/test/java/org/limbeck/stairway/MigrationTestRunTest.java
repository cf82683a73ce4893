package org.limbeck.stairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.testkit.history.MigrationTest;
import org.limbeck.testkit.history.Stairway;
import org.limbeck.testkit.server.DatabaseKind;

/** What a user's test class with the annotation gives: names, failures, reports. */
class MigrationTestRunTest {

    static final class Good {
        @MigrationTest(
                scripts = "src/test/resources/histories/good",
                on = {DatabaseKind.SQLITE, DatabaseKind.H2},
                parameters = "tenant=acme")
        void climbs() {}
    }

    static final class Broken {
        @MigrationTest(scripts = "src/test/resources/histories/broken")
        void climbs() {}

        @MigrationTest(scripts = "src/test/resources/histories/broken")
        void fails(Stairway stairway) {
            throw new IllegalStateException("before the stairs");
        }
    }

    @Test
    void eachKindIsATestThatReports() {
        HeardTests heard = HeardTests.run(Good.class);
        assertThat(heard.ended).containsExactly("SQLITE SUCCESSFUL ", "H2 SUCCESSFUL ");
        assertThat(heard.reports).hasSize(2).allMatch(report -> report.contains("1 revisions up, down and up again"));
    }

    @Test
    void aBrokenHistoryIsAFailedTest() {
        List<String> ended = HeardTests.run(Broken.class).ended;
        assertThat(ended).hasSize(2);
        assertThat(ended).anySatisfy(end -> assertThat(end).contains("FAILED before the stairs"));
        assertThat(ended)
                .anySatisfy(end -> assertThat(end)
                        .startsWith("SQLITE FAILED SQLite")
                        .contains("revision 0002 (feat: forgotten) at src/test/resources/histories/broken/0002.sql:1")
                        .contains("left over:  table forgotten"));
    }
}
