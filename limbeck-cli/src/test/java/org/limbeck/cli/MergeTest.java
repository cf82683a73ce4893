package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
    @TempDir
    Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop().table("aaaa", "", "t");
    }

    @Test
    void linesThatDoNotMeetAreJoined() {
        shell.table("bbbb", "aaaa", "u").table("cccc", "aaaa", "v");
        assertThat(shell.limbeck("merge", "--rev-id", "dddd").exits(0).out()).matches("""
                No conflicts: bbbb \\(1 revision\\) and cccc \\(1 revision\\) do not touch the same objects
                Wrote migrations/R\\w+_MergeBbbbAndCccc\\.java   dddd <- bbbb, cccc
                Fill it in, then  limbeck upgrade
                """);
    }

    @Test
    void linesThatConflictAreNotJoinedUnlessForced() throws IOException {
        conflict();
        TestShell.Result result = shell.limbeck("merge").exits(4);
        assertThat(result.out()).isEqualTo("""
                conflict  table u: both create it, alike
                          bbbb  create table u(id int)   migrations/bbbb.sql:7
                          cccc  create table u(id int)   migrations/cccc.sql:7
                """);
        assertThat(result.err()).isEqualTo("""
                LMB-5112 The lines of bbbb and cccc conflict
                  Which of them runs first is not known, and the outcome depends on it.
                  -> limbeck merge --rebase cccc   puts the line of cccc behind the other; then mend its scripts
                  -> limbeck merge --force   joins them as they are
                """);
        assertThat(scripts()).hasSize(3);
        shell.limbeck("merge", "--force").exits(0);
        assertThat(scripts()).hasSize(4);
    }

    @Test
    void aPossibleConflictIsToldAndTheMergeIsWritten() {
        shell.script("bbbb", "aaaa", "feat: b", "UPDATE t SET id = 1;", "");
        shell.script("cccc", "aaaa", "feat: c", "UPDATE t SET id = 2;", "");
        assertThat(shell.limbeck("merge").exits(0).out())
                .startsWith("possible  rows of table t: both change them\n")
                .contains("Wrote migrations/");
        assertThat(shell.limbeck("merge", "--analyse", "bbbb", "cccc", "--splice")
                        .exits(0)
                        .out())
                .startsWith("possible ");
    }

    @Test
    void analysingWritesNothing() throws IOException {
        conflict();
        shell.limbeck("merge", "--analyse").exits(1);
        Map<String, Object> json =
                shell.limbeck("merge", "--analyse", "--json").exits(1).json().get(0);
        assertThat(json).containsEntry("event", "analysed").containsEntry("database", "shop");
        assertThat(String.valueOf(json.get("conflicts"))).contains("both-create");
        assertThat(scripts()).hasSize(3);
    }

    @Test
    void theYoungerLineIsPutBehindTheOther() {
        conflict();
        assertThat(shell.limbeck("merge", "--rebase", "--dry-run").exits(0).out())
                .isEqualTo("""
                Would put the line of cccc (1 revision) behind bbbb
                  migrations/cccc.sql   cccc: down aaaa -> bbbb
                conflict  table u: both create it, alike
                          bbbb  create table u(id int)   migrations/bbbb.sql:7
                          cccc  create table u(id int)   migrations/cccc.sql:7
                Mend the scripts of the moved line: the other line runs before it now.
                """);
        assertThat(shell.limbeck("heads").exits(0).out().lines()).hasSize(2);
        assertThat(shell.limbeck("merge", "--rebase").exits(0).out()).startsWith("Put the line of cccc (1 revision) ");
        assertThat(shell.limbeck("heads").exits(0).out()).startsWith("cccc ").hasLineCount(1);
    }

    @Test
    void theLineThatIsNamedMoves() {
        conflict();
        Map<String, Object> json = shell.limbeck("merge", "--rebase", "bbbb", "--json")
                .exits(0)
                .json()
                .get(0);
        assertThat(json)
                .containsEntry("event", "rebased")
                .containsEntry("onto", "cccc")
                .containsEntry("moved", List.of("bbbb"));
        assertThat(shell.limbeck("heads").exits(0).out()).startsWith("bbbb ");
    }

    @Test
    void aLineThatIsAppliedStays() {
        shell.table("bbbb", "aaaa", "u").table("cccc", "aaaa", "v");
        shell.limbeck("upgrade", "cccc").exits(0);
        assertThat(shell.limbeck("merge", "--rebase", "cccc").exits(4).err())
                .startsWith("LMB-5113 Revision cccc is applied in database 'shop'");
        assertThat(shell.limbeck("merge", "--rebase").exits(0).out()).startsWith("Put the line of bbbb ");
    }

    @Test
    void aLineThatIsReleasedStays() {
        shell.shop("releases = { \"v1\" = \"cccc\", \"v2\" = \"bbbb\" }");
        shell.table("bbbb", "aaaa", "u").table("cccc", "aaaa", "v");
        assertThat(shell.limbeck("merge", "--rebase").exits(4).err()).contains("is part of release v");
    }

    @Test
    void aDatabaseThatCannotBeAskedIsTold() {
        shell.project("""
                [database.shop]
                url = "%s"
                scripts = "migrations"
                [database.far]
                url = "jdbc:postgresql://localhost:1/far"
                scripts = "migrations"
                """.formatted(TestShell.memory()));
        shell.table("bbbb", "aaaa", "u").table("cccc", "aaaa", "v");
        TestShell.Result result =
                shell.limbeck("-n", "shop", "merge", "--rebase").exits(0);
        assertThat(result.err()).contains("Database 'far' could not be asked");
        assertThat(result.out()).startsWith("Put the line of cccc ");
    }

    @Test
    void withSeveralHeadsBothLinesAreNamed() {
        shell.table("bbbb", "aaaa", "u").table("cccc", "aaaa", "v").table("dddd", "aaaa", "w");
        assertThat(shell.limbeck("merge", "--rebase").exits(2).err()).contains("there are 3 heads");
        assertThat(shell.limbeck("merge", "--rebase", "dddd").exits(2).err()).contains("merge --rebase dddd ONTO");
        assertThat(shell.limbeck("merge", "--rebase", "dddd", "bbbb").exits(0).out())
                .startsWith("Put the line of dddd (1 revision) behind bbbb\n");
        assertThat(shell.limbeck("merge", "--dry-run").exits(2).err()).contains("--dry-run goes with --rebase");
    }

    private void conflict() {
        shell.table("bbbb", "aaaa", "u").table("cccc", "aaaa", "u");
    }

    private List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
