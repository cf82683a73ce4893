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

    static final class Mistaken {
        @MigrationTest(scripts = "src/test/resources/histories/good", parameters = "tenant")
        void noValue() {}

        @MigrationTest(scripts = "src/test/resources/histories/nowhere")
        void noFolder() {}

        @MigrationTest(scripts = "src/test/resources/histories/good")
        void missingParameter() {}

        @MigrationTest(
                scripts = "src/test/resources/histories/good",
                parameters = "tenant=acme",
                model = "snapshot:nowhere.json")
        void noModel() {}
    }

    @Test
    void whatIsSaidWronglyIsTold() {
        assertThat(HeardTests.run(Mistaken.class).ended)
                .hasSize(4)
                .anyMatch(end -> end.endsWith("A parameter of @MigrationTest is NAME=VALUE, and not tenant"))
                .anyMatch(end -> end.contains("histories/nowhere does not exist"))
                .anyMatch(end -> end.contains("Revision 0001 needs the parameter 'tenant'"))
                .anyMatch(end -> end.contains("The snapshot cannot be read: nowhere.json"));
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
