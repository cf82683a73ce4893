package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state of a database in words, and the exit code of {@code current --check}. */
class StatusTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop().table("aaaa", "", "t").table("bbbb", "aaaa", "u");
    }

    private void state(String expected) {
        TestShell.Result current = shell.limbeck("current", "--check").exits(expected.startsWith("✓") ? 0 : 1);
        assertThat(current.out()
                        .lines()
                        .toList()
                        .get((int) current.out().lines().count() - 1))
                .isEqualTo(expected);
        assertThat(shell.limbeck("status").exits(0).out()).contains(expected.split("   ->")[0]);
        shell.limbeck("status", "--check").exits(current.code());
    }

    @Test
    void empty() {
        state("! empty, not versioned   ->  limbeck upgrade");
    }

    @Test
    void upToDate() {
        shell.limbeck("upgrade").exits(0);
        state("✓ up to date");
        assertThat(shell.limbeck("current", "--json").exits(0).json().get(0))
                .containsEntry("state", "up-to-date")
                .containsEntry("behind", 0L)
                .containsEntry("dirty", null)
                .containsOnlyKeys(
                        "database", "kind", "server", "state", "behind", "revisions", "unknown", "dirty", "tables");
    }

    @Test
    void behind() {
        shell.limbeck("upgrade", "aaaa").exits(0);
        state("! behind by 1   ->  limbeck upgrade");
        assertThat(shell.limbeck("status").out()).contains("  at  aaaa").contains("  waits  bbbb");
        assertThat(shell.limbeck("status", "--json").exits(0).json().get(0))
                .containsEntry("pending", List.of("bbbb"))
                .containsEntry("missing", List.of())
                .containsEntry("edited", List.of());
    }

    @Test
    void aheadNeverSuggestsAnUpgrade() throws IOException {
        shell.limbeck("upgrade").exits(0);
        Files.delete(folder.resolve("migrations/bbbb.sql"));
        state("! ahead: 1 revision without a script here");
        assertThat(shell.limbeck("status").out() + shell.limbeck("current").out())
                .contains("use the scripts that it was upgraded with")
                .doesNotContain("limbeck upgrade");
        shell.limbeck("upgrade").exits(1);
    }

    @Test
    void diverged() throws IOException {
        shell.limbeck("upgrade").exits(0);
        Files.delete(folder.resolve("migrations/bbbb.sql"));
        shell.table("cccc", "aaaa", "v");
        state("✗ diverged: 1 revision without a script here, behind by 1");
    }

    @Test
    void severalHeads() {
        shell.table("cccc", "aaaa", "v").limbeck("upgrade", "bbbb").exits(0);
        state("! several heads, behind by 1   ->  limbeck merge heads -m \"...\"");
    }

    @Test
    void dirty() {
        shell.script("cccc", "bbbb", "feat: wrong", "CREATE TABLE v (id int);\nSELECT nonsense;", "");
        shell.limbeck("upgrade").exits(1);
        assertThat(shell.limbeck("current", "--check").exits(1).out()).contains("✗ dirty: cccc stopped (upgrading)");
        Object dirty = shell.limbeck("current", "--json").exits(0).json().get(0).get("dirty");
        assertThat(dirty).asString().contains("revision=cccc").contains("state=upgrading");
        assertThat(shell.limbeck("status").exits(0).out())
                .contains("✗ dirty: cccc")
                .contains("->  limbeck upgrade");
    }
}
