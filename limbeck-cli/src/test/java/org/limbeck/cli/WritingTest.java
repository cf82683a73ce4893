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

/** Commands that write scripts. */
class WritingTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop();
    }

    @Test
    void aJavaScriptIsNamedAfterItsMessage() throws IOException {
        TestShell.Result result = shell.limbeck("revision", "-m", "feat: add customers' \"notes\"", "--rev-id", "4be1")
                .exits(0);
        assertThat(result.out()).matches("""
                        Wrote migrations/R20\\d{6}_\\d{4}_AddCustomersNotes\\.java   4be1 <- base
                        Fill it in, then  limbeck upgrade
                        """);
        Path script = only();
        String name = script.getFileName().toString().replace(".java", "");
        assertThat(Files.readString(script).replaceAll("created = \"[^\"]*\"", "created = \"NOW\""))
                .isEqualTo("""
                        import static org.limbeck.migration.Words.*;

                        import org.limbeck.migration.*;

                        @Revision(
                                id = "4be1",
                                created = "NOW",
                                message = "feat: add customers' \\"notes\\"")
                        final class %s implements Migration {

                            @Override
                            public void upgrade(Op op) {
                            }

                            @Override
                            public void downgrade(Op op) {
                            }
                        }
                        """.formatted(name));
    }

    @Test
    void whatIsWrittenRuns() {
        shell.limbeck("revision", "-m", "feat: first", "--branch-label", "main").exits(0);
        shell.limbeck("revision", "-m", "feat: second", "--sql", "--rev-id", "bbbb")
                .exits(0);
        shell.limbeck("revision", "-m", "feat: third \\ \u00fc", "--depends-on", "bbbb", "--head", "base")
                .exits(0);
        assertThat(shell.limbeck("upgrade", "heads").exits(0).out())
                .contains("third")
                .contains("second");
        shell.limbeck("downgrade", "base").exits(0);
    }

    @Test
    void aScriptAmongSourcesIsInTheirPackageAndRuns() throws IOException {
        String scripts = "src/main/java/db/shop";
        shell.project("[database.shop]\nurl = \"" + TestShell.memory() + "\"\nscripts = \"" + scripts + "\"\n");
        Files.createDirectories(folder.resolve(scripts));
        shell.limbeck("revision", "-m", "feat: first").exits(0);
        try (Stream<Path> files = Files.list(folder.resolve(scripts))) {
            assertThat(files.findFirst().orElseThrow()).content().startsWith("package db.shop;\n\nimport static");
        }
        shell.limbeck("upgrade").exits(0);
    }

    /** The compiler does not look among resources, and what is among sources is not copied. */
    @Test
    void whereSourcesAndResourcesLieApartEachKindGoesToItsOwn() throws IOException {
        shell.project("[database.shop]\nurl = \"" + TestShell.memory()
                + "\"\nscripts = [\"src/main/java/db\", \"src/main/resources/db\"]\n");
        Files.createDirectories(folder.resolve("src/main/java/db"));
        Files.createDirectories(folder.resolve("src/main/resources/db"));
        for (int i = 0; i < 2; i++) {
            assertThat(shell.limbeck("revision", "-m", "feat: rows " + i, "--sql")
                            .exits(0)
                            .out())
                    .startsWith("Wrote src/main/resources/db/R");
            assertThat(shell.limbeck("revision", "-m", "feat: tables " + i)
                            .exits(0)
                            .out())
                    .startsWith("Wrote src/main/java/db/R");
        }
        shell.limbeck("upgrade").exits(0);
    }

    @Test
    void anSqlScriptHasItsHeader() throws IOException {
        shell.limbeck("revision", "-m", "feat: add customers", "--sql", "--rev-id", "4be1", "--branch-label", "shop")
                .exits(0);
        assertThat(Files.readString(only()).replaceAll("created .*", "created    NOW"))
                .isEqualTo("""
                        --@ revision   4be1
                        --@ labels     shop
                        --@ created    NOW
                        --@ message    feat: add customers

                        --@ upgrade

                        --@ downgrade
                        """);
    }

    @Test
    void theFileStandsBesideItsParent() {
        shell.file("migrations/2026/one.sql", "--@ revision aaaa\n--@ upgrade\n");
        assertThat(shell.limbeck("revision", "-m", "feat: next").exits(0).out()).startsWith("Wrote migrations/2026/R");
    }

    @Test
    void theMessageKeepsTheRule() {
        shell.shop("message-pattern = \"(feat|fix): .+\"");
        TestShell.Result result =
                shell.limbeck("revision", "-m", "add customers").exits(2);
        assertThat(result.err())
                .startsWith("LMB-2005 ")
                .contains("-m \"feat: add customers\"")
                .contains("-m \"fix: add customers\"");
        assertThat(scripts()).isEmpty();
        shell.limbeck("revision", "-m", "feat: add customers").exits(0);
    }

    @Test
    void nothingIsOverwritten() {
        shell.shop("file-name = \"R_{slug}\"");
        shell.limbeck("revision", "-m", "feat: same").exits(0);
        TestShell.Result again = shell.limbeck("revision", "-m", "feat: same").exits(2);
        assertThat(again.err()).startsWith("LMB-2008 ").contains("migrations/R_Same.java");
        assertThat(scripts()).hasSize(1);
    }

    @Test
    void aNameThatIsNoClassIsRefused() {
        shell.shop("file-name = \"{created:yyyy}-{slug}\"");
        assertThat(shell.limbeck("revision", "-m", "feat: x").exits(2).err()).contains("which cannot be a class");
        shell.limbeck("revision", "-m", "feat: x", "--sql").exits(0);
    }

    @Test
    void aCommandIsRunOnEachNewScript() {
        shell.shop("after-write = [\"sh\", \"-c\", \"echo // formatted >> $0\", \"{file}\"]");
        shell.limbeck("revision", "-m", "feat: x").exits(0);
        assertThat(only()).content().endsWith("}\n// formatted\n");
    }

    @Test
    void aCommandThatFailsLeavesTheScript() {
        shell.shop("after-write = [\"false\", \"{file}\"]");
        TestShell.Result result = shell.limbeck("revision", "-m", "feat: x").exits(0);
        assertThat(result.err()).contains("The command of after-write, false, ended with exit code 1");
        assertThat(scripts()).hasSize(1);
    }

    @Test
    void aCommandMustSayWhereTheFileGoes() {
        shell.shop("after-write = \"spotless\"");
        assertThat(shell.limbeck("revision", "-m", "feat: x").exits(2).err())
                .contains("The command of after-write names no {file}");
    }

    @Test
    void aRevisionNeedsAMessageOnOneLine() {
        shell.limbeck("revision").exits(2);
        shell.limbeck("revision", "-m", " ").exits(2);
        shell.limbeck("revision", "-m", "a\nb").exits(2);
        assertThat(scripts()).isEmpty();
    }

    @Test
    void headsAreMerged() {
        shell.table("aaaa", "", "t").table("bbbb", "aaaa", "u").table("cccc", "aaaa", "v");
        assertThat(shell.limbeck("revision", "-m", "feat: x").exits(2).err()).startsWith("LMB-1203 ");
        assertThat(shell.limbeck("merge", "--rev-id", "dddd").exits(0).out())
                .matches(
                        "(?s)No conflicts: .*\\nWrote migrations/R\\w+_MergeBbbbAndCccc\\.java   dddd <- bbbb, cccc\n.*");
        assertThat(shell.limbeck("upgrade").exits(0).out()).endsWith("Done: shop is at dddd (head)\n");
        assertThat(shell.limbeck("merge").exits(2).err()).startsWith("LMB-1212 ");
    }

    @Test
    void forkingIsDoneOnPurpose() {
        shell.table("aaaa", "", "t").table("bbbb", "aaaa", "u");
        assertThat(shell.limbeck("revision", "-m", "feat: x", "--head", "aaaa")
                        .exits(2)
                        .err())
                .startsWith("LMB-1211 ");
        shell.limbeck("revision", "-m", "feat: x", "--head", "aaaa", "--splice").exits(0);
    }

    @Test
    void programsLearnWhatWasWritten() {
        Map<String, Object> json = shell.limbeck("revision", "-m", "feat: x", "--rev-id", "aaaa", "--json")
                .exits(0)
                .json()
                .get(0);
        assertThat(json)
                .containsEntry("event", "written")
                .containsEntry("revision", "aaaa")
                .containsEntry("parents", List.of())
                .containsKeys("database", "file");
    }

    @Test
    void theEditorOpensTheScript() throws IOException {
        Path editor = shell.file("editor.sh", "#!/bin/sh\necho \"$2\" > edited\n");
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        shell.table("aaaa", "", "t").with("EDITOR", editor + " --wait");
        shell.limbeck("edit", "head").exits(0);
        assertThat(Files.readString(folder.resolve("edited"))).endsWith("migrations/aaaa.sql\n");
        shell.limbeck("edit", "base").exits(2);
        shell.limbeck("edit", "nosuch").exits(2);
    }

    @Test
    void anEditorThatFailsIsAnError() {
        shell.table("aaaa", "", "t");
        assertThat(shell.limbeck("edit", "aaaa").exits(2).err()).contains("export EDITOR=");
        shell.with("EDITOR", "false").limbeck("edit", "aaaa").exits(1);
        shell.with("VISUAL", "no-such-editor-anywhere").limbeck("edit", "aaaa").exits(1);
    }

    private Path only() {
        assertThat(scripts()).hasSize(1);
        return scripts().get(0);
    }

    /** The files of scripts, half-written ones too. */
    private List<Path> scripts() {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.filter(file -> !file.endsWith(".keep")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
