package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called in a wrong way, and what helps. */
class UseTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop().table("aaaa", "", "t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "upgrade --nonsense",
                "upgrade --tag",
                "upgrade -Z",
                "upgrade --lock-timeout soon",
                "upgrade --resolve aaaa=done",
                "upgrade --resolve aaaa#1=perhaps",
                "upgrade --sql --assume aaaa#1=done",
                "upgrade --rehearse --one-transaction",
                "upgrade --sql a b",
                "upgrade -x novalue",
                "upgrade --all -n shop",
                "downgrade",
                "downgrade a b",
                "downgrade base --sql",
                "plan --down",
                "stamp",
                "stamp aaaa --accept aaaa --reason x",
                "stamp --release v9",
                "current words",
                "heads words",
                "status words",
                "show",
                "edit",
                "lock free",
                "completion",
                "completion tcsh",
                "revision words",
                "-n nosuch current",
                "--project nowhere current",
                "-c other.toml current"
            })
    void wrongUseExitsWithTwoAndSaysWhatHelps(String line) {
        TestShell.Result result = shell.limbeck(line.split(" ")).exits(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).matches("(?s)LMB-\\d{4} .*").contains("\n  ").doesNotContain("Exception");
    }

    @Test
    void theNearestWordIsNamed() {
        assertThat(shell.limbeck("upgrad").err()).contains("the nearest is upgrade");
        assertThat(shell.limbeck("upgrade", "--dryrun").err()).contains("the nearest is --dry-run");
        assertThat(shell.limbeck("upgrade", "--lock-timout=3s").err()).contains("the nearest is --lock-timeout");
    }

    @Test
    void withoutACommandTheCommandsAreListed() {
        TestShell.Result result = shell.limbeck().exits(2);
        assertThat(result.err())
                .startsWith("Usage: limbeck ")
                .contains("  upgrade  ")
                .contains("--project=DIR");
        assertThat(shell.limbeck("--help").exits(0).out()).isEqualTo(result.err());
        assertThat(shell.limbeck("help").exits(0).out()).isEqualTo(result.err());
    }

    @Test
    void everyCommandHasHelp() {
        for (String name : Commands.names()) {
            String help = shell.limbeck(name, "--help").exits(0).out();
            assertThat(help).startsWith("Usage: limbeck " + name).hasLineCount(help.split("\n", -1).length - 1);
            assertThat(shell.limbeck("help", name).exits(0).out()).isEqualTo(help);
            assertThat(shell.limbeck("-h", name).exits(0).out()).isEqualTo(help);
        }
    }

    @Test
    void theVersionIsTold() {
        assertThat(shell.limbeck("--version").exits(0).out()).matches("limbeck \\S+ \\(Java \\d+\\)\n");
    }

    @Test
    void wordsBehindEnvAreItsOwn() {
        assertThat(shell.limbeck("env", "--help").exits(0).out()).startsWith("Usage: limbeck env");
        shell.file(".env.example", "A=1\n");
        assertThat(shell.limbeck("env", "sync").exits(0).out()).contains(".env");
        assertThat(folder.resolve(".env")).hasContent("A=1");
    }

    @Test
    void anErrorForProgramsIsJson() {
        assertThat(shell.limbeck("upgrade", "nosuch", "--json").exits(2).out())
                .isEqualTo("{\"error\":{\"code\":\"LMB-1201\",\"kind\":\"no-such-revision\","
                        + "\"message\":\"there is no revision or label 'nosuch'\"}}\n");
        assertThat(shell.limbeck("nonsense", "--json").exits(2).out()).startsWith("{\"error\":{\"code\":\"LMB-2006\"");
    }

    @Test
    void theProjectMayBeElsewhere() {
        TestShell elsewhere = new TestShell(folder.resolve("elsewhere"));
        String name = "..";
        assertThat(elsewhere.limbeck("--project", name, "heads").exits(0).out()).contains("aaaa");
        assertThat(elsewhere
                        .limbeck("heads", "-c", name + "/limbeck.toml")
                        .exits(0)
                        .out())
                .contains("aaaa");
    }

    @Test
    void controlCharactersOfScriptsNeverReachTheTerminal() {
        shell.file(
                "migrations/b.sql",
                "--@ revision bbbb\n--@ down aaaa\n--@ message evil \u001b[2J\u202e\n--@ upgrade\n");
        assertThat(shell.limbeck("heads").exits(0).out()).isEqualTo("bbbb  (head)  evil \\u001b[2J\\u202e\n");
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        assertThat(shell.limbeck("heads").out()).doesNotContain("\u001b");
        shell.with("CLICOLOR_FORCE", "1");
        assertThat(shell.limbeck("heads").out()).contains("\u001b[33maaaa\u001b[0m");
        assertThat(shell.limbeck("heads", "--no-color").out()).doesNotContain("\u001b");
        assertThat(shell.with("NO_COLOR", "1").limbeck("heads").out()).doesNotContain("\u001b");
    }

    @Test
    void parametersAreGiven() {
        shell.file(
                "migrations/b.sql",
                "--@ revision bbbb\n--@ down aaaa\n--@ parameter tenant\n--@ upgrade\nCREATE TABLE t_${tenant} (id int);\n");
        assertThat(shell.limbeck("upgrade").exits(2).err()).startsWith("LMB-1117 ");
        shell.limbeck("upgrade", "-x", "tenant=acme").exits(0);
    }

    @Test
    void stampRecordsAndExecutesNothing() {
        shell.table("bbbb", "aaaa", "u");
        assertThat(shell.limbeck("stamp", "bbbb", "--force", "--reason", "by hand")
                        .exits(0)
                        .out())
                .isEqualTo("shop is recorded at bbbb (2 added, 0 removed, nothing executed)\n");
        assertThat(shell.limbeck("stamp", "bbbb").exits(0).out())
                .isEqualTo("shop is already at bbbb. Nothing to record.\n");
        assertThat(shell.limbeck("stamp", "aaaa", "--force", "--reason", "by hand", "--json")
                        .exits(0)
                        .json())
                .containsExactly(Map.of(
                        "event", "stamped",
                        "database", "shop",
                        "added", List.of(),
                        "removed", List.of("bbbb"),
                        "heads", List.of("aaaa")));
        assertThat(shell.limbeck("downgrade", "base").exits(1).err()).startsWith("LMB-4001 ");
    }

    @Test
    void aReleaseIsStampedByName() {
        shell.project("[database.shop]\nurl = \"" + TestShell.memory()
                + "\"\nscripts = \"migrations\"\nreleases = { \"v1\" = \"aaaa\" }\n");
        assertThat(shell.limbeck("stamp", "--release", "v2").exits(2).err()).contains("--release v1");
        assertThat(shell.limbeck("stamp", "--release", "v1", "--force", "--reason", "by hand")
                        .exits(0)
                        .out())
                .startsWith("shop is recorded at aaaa");
        assertThat(shell.limbeck("current").exits(0).out()).startsWith("aaaa  (head)  v1   feat: add t   20");
    }

    @Test
    void aChangedScriptIsAcceptedWithAReason() {
        shell.limbeck("upgrade").exits(0);
        shell.script("aaaa", "", "feat: add t", "CREATE TABLE t (id int, more int);", "DROP TABLE t;");
        assertThat(shell.limbeck("status").exits(0).out()).contains("edited since applied: aaaa");
        assertThat(shell.limbeck("upgrade").exits(1).err()).startsWith("LMB-4009 ");
        shell.limbeck("stamp", "--accept", "aaaa").exits(4);
        shell.limbeck("stamp", "--accept", "aaaa", "--reason", "was done by hand")
                .exits(0);
        shell.limbeck("upgrade").exits(0);
    }

    @Test
    void theLockIsShown() {
        shell.limbeck("upgrade").exits(0);
        assertThat(shell.limbeck("lock").exits(0).out()).isEqualTo("shop: nobody holds the lock\n");
        assertThat(shell.limbeck("lock", "--json").exits(0).out())
                .isEqualTo("{\"database\":\"shop\",\"holder\":null}\n");
        shell.limbeck("lock", "release").exits(4);
        assertThat(shell.limbeck("lock", "release", "--reason", "its process is gone")
                        .exits(0)
                        .out())
                .isEqualTo("shop: nobody is known to hold the lock\n");
    }
}
