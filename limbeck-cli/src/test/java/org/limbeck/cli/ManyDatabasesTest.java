package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several named databases. */
class ManyDatabasesTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).project("""
                        [defaults]
                        scripts = "migrations"
                        select = "${WANTED:-*}"

                        [database.agent]
                        url = "%s"
                        purpose = "agents, workflows, knowledge bases"

                        [database.ops]
                        url = "jdbc:sqlite:ops.db"
                        purpose = "prompt templates"
                        releases = { "v0.1.2" = "aaaa" }

                        [database.far]
                        url = "jdbc:postgresql://127.0.0.1:1/nowhere"
                        """.formatted(TestShell.memory()));
        shell.table("aaaa", "", "t").table("bbbb", "aaaa", "u");
    }

    @Test
    void withoutAChoiceAllAreNamed() {
        TestShell.Result result = shell.limbeck("upgrade").exits(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("LMB-2001 This project has 3 databases; say which one")
                .contains("\n  -n agent   ")
                .contains("   agents, workflows, knowledge bases\n")
                .contains("\n  -n ops     ")
                .contains("   prompt templates\n")
                .endsWith("  -> Or --all for every one of them.\n");
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheNearest() {
        assertThat(shell.limbeck("-n", "opps", "current").exits(2).err())
                .startsWith("LMB-2002 ")
                .contains("-n ops");
    }

    @Test
    void optionsStandBeforeOrBehindTheCommand() {
        String before = shell.limbeck("-n", "agent", "heads").exits(0).out();
        assertThat(shell.limbeck("heads", "-n", "agent").exits(0).out()).isEqualTo(before);
        assertThat(shell.limbeck("heads", "--name=agent").exits(0).out()).isEqualTo(before);
    }

    @Test
    void selectLimitsWhatAMissingNameMeans() {
        shell.with("WANTED", "ag*");
        assertThat(shell.limbeck("upgrade").exits(0).out()).contains("Done: agent is at bbbb (head)");
        assertThat(shell.limbeck("-n", "ops", "current").exits(0).out())
                .isEqualTo("! empty, not versioned   ->  limbeck -n ops upgrade\n");
    }

    @Test
    void currentOfAllIsATable() {
        shell.limbeck("-n", "agent", "upgrade").exits(0);
        shell.limbeck("-n", "ops", "upgrade", "aaaa").exits(0);
        TestShell.Result result = shell.limbeck("current", "--all").exits(1);
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("database   kind          revision   release   state");
        assertThat(lines.get(1)).isEqualTo("agent      H2 2.5        bbbb       -         ✓ up to date");
        assertThat(lines.get(2))
                .isEqualTo("ops        SQLite 3.54   aaaa       v0.1.2    ! behind by 1   ->  limbeck -n ops upgrade");
        assertThat(lines.get(3))
                .startsWith("far        PostgreSQL    -          -         ✗ ")
                .contains("127.0.0.1:1");
    }

    @Test
    void allStopsAtTheFirstFailure() {
        TestShell.Result result =
                shell.limbeck("upgrade", "-n", "far", "-n", "agent").exits(1);
        assertThat(result.err()).startsWith("LMB-3002 ");
        assertThat(result.out())
                .contains("database   result\n")
                .contains("far        ✗ LMB-3002 ")
                .endsWith("agent      - not run\n");
    }

    @Test
    void allGoesOnIfAsked() {
        TestShell.Result result =
                shell.limbeck("upgrade", "--all", "--keep-going").exits(1);
        assertThat(result.out())
                .contains("agent      ✓ 2 revisions, now at bbbb (head)\n")
                .contains("ops        ✓ 2 revisions, now at bbbb (head)\n")
                .contains("far        ✗ LMB-3002 ");
    }

    @Test
    void nameAndAllExcludeEachOther() {
        assertThat(shell.limbeck("current", "--all", "-n", "ops").exits(2).err())
                .startsWith("LMB-2006 ");
    }

    @Test
    void oneLineOfJsonForEachDatabase() {
        List<Map<String, Object>> lines =
                shell.limbeck("current", "--all", "--json").exits(1).json();
        assertThat(lines).extracting(line -> line.get("database")).containsExactly("agent", "ops", "far");
        assertThat(lines.get(2)).containsKey("error");
        assertThat(shell.limbeck("plan", "-n", "agent", "-n", "ops", "--from", "base", "--json")
                        .exits(0)
                        .json())
                .extracting(line -> line.get("database"))
                .containsExactly("agent", "ops");
    }

    @Test
    void runsOfSeveralTellTheirDatabaseInEachEvent() {
        List<Map<String, Object>> lines = shell.limbeck("upgrade", "--all", "--keep-going", "--json")
                .exits(1)
                .json();
        assertThat(lines).allSatisfy(line -> assertThat(line).containsKey("database"));
        assertThat(lines.get(lines.size() - 1)).containsKey("error");
    }

    @Test
    void theKindOfTheFirstUseStays() {
        shell.limbeck("-n", "ops", "upgrade").exits(0);
        assertThat(folder.resolve(".limbeck/state.json")).hasContent("{\"kinds\":{\"ops\":\"sqlite\"}}");
        shell.project("[database.ops]\nscripts = \"migrations\"\nurl = \"" + TestShell.memory() + "\"\n");
        assertThat(shell.limbeck("upgrade").exits(2).err()).startsWith("""
                        LMB-3007 Database 'ops' was sqlite at its first use here, and is h2 now
                          at .limbeck/state.json
                        """);
    }

    @Test
    void aCommandForOneDatabaseRefusesSeveral() {
        assertThat(shell.limbeck("revision", "--all", "-m", "feat: x").exits(2).err())
                .contains("works for one database");
    }
}
