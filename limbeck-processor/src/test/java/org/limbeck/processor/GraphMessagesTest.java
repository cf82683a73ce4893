package org.limbeck.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says, and at which place. */
class GraphMessagesTest {
    @TempDir
    private Path folder;

    private Build build = new Build(Path.of(""));

    @BeforeEach
    void base() throws IOException {
        build = new Build(folder).script("db.agent.First", "id = \"3f2a9c1b7d04\", message = \"feat: first\"");
    }

    private void saysOnly(String... texts) throws IOException {
        Build.Outcome outcome = build.compileAll();
        assertThat(outcome.done()).isFalse();
        assertThat(outcome.messages()).singleElement().asString().contains(texts);
        assertThat(build.classes().resolve("META-INF")).doesNotExist();
    }

    @Test
    void anUnknownParentIsToldAtItsPlaceWithTheNearestId() throws IOException {
        build.script("db.agent.Second", "id = \"9b1c77e0a5d2\", down = \"3f2a9c1b7d40\"");
        saysOnly(
                "ERROR Second.java:4 \"3f2a9c1b7d40\" LMB-1102 the parent 3f2a9c1b7d40 of 9b1c77e0a5d2 does not exist",
                "-> write the full id 3f2a9c1b7d04, if that is meant");
    }

    @Test
    void ofSeveralParentsTheUnknownOneIsMarked() throws IOException {
        build.script("db.agent.Second", "id = \"9b1c\", down = {\"3f2a9c1b7d04\", \"ffff\"}");
        saysOnly("ERROR Second.java:4 \"ffff\" LMB-1102");
    }

    @Test
    void aParentMayBeAnSqlScript() throws IOException {
        build.script("db.agent.Second", "id = \"9b1c\", down = \"cccc\"")
                .sql("db/agent/third.sql", "--@ revision cccc\n--@ down 3f2a9c1b7d04");
        assertThat(build.compileAll().messages()).isEmpty();
    }

    @Test
    void anUnknownParentOfAnSqlScriptIsToldWithItsLine() throws IOException {
        build.sql("db/agent/third.sql", "--@ revision cccc\n--@ down 3f2a9c1b7d05");
        saysOnly("ERROR nowhere LMB-1102", "src/main/resources/db/agent/third.sql:1", "3f2a9c1b7d04");
    }

    @Test
    void anSqlScriptThatCannotBeReadIsTold() throws IOException {
        build.sql("db/agent/third.sql", "--@ revision cccc\n--@ don 3f2a9c1b7d05");
        saysOnly("ERROR nowhere LMB-1112", "third.sql:2", "write --@ down");
    }

    @Test
    void aDuplicateIdIsToldAtTheSecond() throws IOException {
        build.script("db.agent.Second", "id = \"3f2a9c1b7d04\"");
        saysOnly(
                "Second.java:4 \"3f2a9c1b7d04\" LMB-1101 the revision 3f2a9c1b7d04 is declared twice",
                "also declared at classpath:db.agent.First");
    }

    @Test
    void aCircleIsTold() throws IOException {
        build.script("db.agent.A", "id = \"aaaa\", down = \"bbbb\"")
                .script("db.agent.B", "id = \"bbbb\", down = \"aaaa\"");
        saysOnly("A.java:4 \"bbbb\" LMB-1104 revisions stand in a circle: aaaa -> bbbb -> aaaa");
    }

    @Test
    void badIdsAndLabelsAreTold() throws IOException {
        build.script("db.agent.A", "id = \"head\", down = \"3f2a9c1b7d04\", labels = \"a b\"");
        assertThat(build.compileAll().messages())
                .anySatisfy(message -> assertThat(message).contains("A.java:4 \"head\" LMB-1106"))
                .anySatisfy(message -> assertThat(message).contains("A.java:4 \"a b\" LMB-1108"));
    }

    @Test
    void aMessageMustKeepTheRule() throws IOException {
        build.option(Options.MESSAGE_PATTERN, "(feat|fix): .+")
                .script("db.agent.Second", "id = \"9b1c\", down = \"3f2a9c1b7d04\", message = \"more tables\"");
        saysOnly("Second.java:4 \"more tables\" LMB-2005", "-m \"feat: more tables\"", "-m \"fix: more tables\"");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        build.option(Options.MESSAGE_PATTERN, "(feat|fix): .+")
                .script("db.agent.Second", "id = \"9b1c\", down = \"ffff\", message = \"more tables\"")
                .script("db.agent.Third", "id = \"9b1d\", down = \"eeee\", message = \"feat: third\"");
        assertThat(build.compileAll().messages()).hasSize(3);
    }

    @Test
    void aTimeMustBeATime() throws IOException {
        build.script("db.agent.Second", "id = \"9b1c\", down = \"3f2a9c1b7d04\", created = \"yesterday\"");
        saysOnly("Second.java:4", "LMB-1110 The header's time of creation is not a time: yesterday");
    }

    @Test
    void aSecondHeadIsAWarning() throws IOException {
        build.script("db.agent.A", "id = \"aaaa\", down = \"3f2a9c1b7d04\", created = \"2026-11-20T10:00\"")
                .script("db.agent.B", "id = \"bbbb\", down = \"3f2a9c1b7d04\", created = \"2026-11-20T11:00\"");
        Build.Outcome outcome = build.compileAll();
        assertThat(outcome.done()).isTrue();
        assertThat(outcome.messages())
                .singleElement()
                .asString()
                .contains("WARNING B.java:4 \"bbbb\" LMB-1203 the history db/agent has 2 heads", "limbeck merge heads");
        assertThat(build.index("db/agent")).contains("aaaa", "bbbb");
    }

    @Test
    void aSecondHeadCanBeAnErrorOrNothing() throws IOException {
        build.script("db.agent.A", "id = \"aaaa\", down = \"3f2a9c1b7d04\"")
                .script("db.agent.B", "id = \"bbbb\", down = \"3f2a9c1b7d04\"");
        assertThat(build.option(Options.HEADS, "error").compileAll().messages())
                .singleElement()
                .asString()
                .startsWith("ERROR B.java:4");
        assertThat(build.option(Options.HEADS, "allow").compileAll().messages()).isEmpty();
    }

    @Test
    void headsOfLabelledBranchesAreMeant() throws IOException {
        build.script("db.agent.A", "id = \"aaaa\", down = \"3f2a9c1b7d04\", labels = \"billing\"")
                .script("db.agent.B", "id = \"bbbb\", down = \"3f2a9c1b7d04\", labels = \"search\"");
        assertThat(build.compileAll().messages()).isEmpty();
    }

    @Test
    void eachPackageIsAHistory() throws IOException {
        build.script("db.mysql.First", "id = \"3f2a9c1b7d04\"")
                .script("db.ops.Only", "id = \"dddd\", down = \"3f2a9c1b7d04\"");
        assertThat(build.compileAll().messages()).isEmpty();
        assertThat(build.index("db/mysql")).contains("3f2a9c1b7d04");
        assertThat(build.index("db/ops")).contains("dddd").doesNotContain("db.agent");
    }

    @Test
    void aFolderMayBeSeveralPackages() throws IOException {
        build.option(Options.FOLDERS, "db").script("db.later.Second", "id = \"9b1c\", down = \"3f2a9c1b7d04\"");
        assertThat(build.compileAll().messages()).isEmpty();
        assertThat(build.index("db")).contains("db.agent.First", "db.later.Second");
    }

    @Test
    void revisionsOfOtherModulesCanBeNamed() throws IOException {
        build.option(Options.ELSEWHERE, "0001,0002")
                .script("db.agent.Second", "id = \"9b1c\", down = {\"0002\", \"3f2a9c1b7d04\"}");
        assertThat(build.compileAll().messages()).isEmpty();
    }

    @Test
    void classesThatCannotBeScriptsAreTold() throws IOException {
        String head =
                "package db.agent; import org.limbeck.migration.*; @Revision(id = \"aaaa\", down = \"3f2a9c1b7d04\") ";
        String[][] cases = {
            {"class A {}", "is not a Migration"},
            {"abstract class A implements Migration {}", "cannot be instantiated"},
            {"class A implements Migration { A(int i) {} public void upgrade(Op op) {} }", "no constructor without"},
        };
        for (String[] one : cases) {
            build.java("db.agent.A", head + one[0]);
            saysOnly("A.java:1", one[1]);
        }
        build.java(
                "db.agent.A",
                "package db.agent; class A { "
                        + head.substring(head.indexOf('@')).replace("@Revision", "@org.limbeck.migration.Revision")
                        + "static class B {} }");
        saysOnly("A.java:1", "is not a Migration");
    }

    @Test
    void aFileHoldsOneRevision() throws IOException {
        Path file = build.sourceOf("db.agent.First");
        Files.writeString(file, Files.readString(file) + """
                @Revision(id = "aaaa", down = "3f2a9c1b7d04")
                final class Second implements Migration { public void upgrade(Op op) {} }
                """);
        saysOnly("First.java:", "more than one revision");
    }

    @Test
    void badOptionsAreTold() throws IOException {
        build.option(Options.HEADS, "maybe");
        saysOnly("ERROR nowhere LMB-2003 The option limbeck.heads is maybe", "-Alimbeck.heads=error");
    }

    @Test
    void anErrorOfJavaIsNotHiddenByOnesOfOurs() throws IOException {
        build.script("db.agent.Second", "id = 5, down = \"3f2a9c1b7d04\"");
        assertThat(build.compileAll().messages())
                .anySatisfy(message -> assertThat(message).contains("incompatible types"));
    }
}
