package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways of running, on SQLite, which can take DDL back. */
class RunOptionsTest {
    private static final String CONDITION = """
            import static org.limbeck.migration.Words.*;

            import org.limbeck.migration.*;

            @Revision(id = "cccc", down = "bbbb", message = "feat: perhaps")
            final class Perhaps implements Migration {
                @Override
                public void upgrade(Op op) {
                    op.when(anyRow("SELECT 1 FROM t"), then -> then.addColumn("t", column("more", integer())));
                }

                @Override
                public void downgrade(Op op) {
                    op.invert(this::upgrade);
                }
            }
            """;

    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder)
                .project("[database.shop]\nurl = \"jdbc:sqlite:shop.db\"\nscripts = \"migrations\"\n")
                .table("aaaa", "", "t")
                .table("bbbb", "aaaa", "u");
    }

    @Test
    void aRehearsalLeavesNothing() {
        assertThat(shell.limbeck("upgrade", "--rehearse").exits(0).out())
                .contains("✓ aaaa")
                .contains("✓ bbbb")
                .endsWith("Rehearsed: 2 revisions, and everything is taken back\n");
        assertThat(shell.limbeck("current").exits(0).out()).startsWith("! empty, not versioned");
        assertThat(folder.resolve(".limbeck/state.json")).doesNotExist();
    }

    @Test
    void oneTransactionIsAllOrNothing() {
        shell.script("cccc", "bbbb", "feat: wrong", "SELECT nonsense FROM t;", "");
        shell.limbeck("upgrade", "--one-transaction").exits(1);
        assertThat(shell.limbeck("current").exits(0).out()).contains("! empty, not versioned");
        shell.limbeck("upgrade").exits(1);
        assertThat(shell.limbeck("current").exits(0).out())
                .startsWith("bbbb  feat: add u")
                .contains("behind by 1");
    }

    @Test
    void aTagIsKept() {
        shell.limbeck("upgrade", "--tag", "ticket 4711").exits(0);
        assertThat(shell.limbeck("current").exits(0).out()).contains("  tag ticket 4711\n");
        assertThat(shell.limbeck("show", "aaaa").exits(0).out()).contains("tag          ticket 4711\n");
    }

    @Test
    void severalTargetsAtOnce() {
        shell.table("cccc", "aaaa", "v");
        assertThat(shell.limbeck("upgrade", "bbbb", "cccc").exits(0).out())
                .endsWith("Done: shop is at bbbb, cccc (heads)\n");
    }

    @Test
    void conditionsAreAnsweredForOfflineScripts() {
        shell.file("migrations/Perhaps.java", CONDITION);
        assertThat(shell.limbeck("upgrade", "--sql").exits(0).out()).contains("--assume cccc#1=yes (or no)");
        assertThat(shell.limbeck("upgrade", "--sql", "--assume", "cccc#1=yes")
                        .exits(0)
                        .out())
                .contains("ALTER TABLE t ADD COLUMN more");
        assertThat(shell.limbeck("upgrade", "--sql", "bbbb:cccc", "--assume", "cccc#1=no")
                        .exits(0)
                        .out())
                .doesNotContain("ADD COLUMN")
                .doesNotContain("CREATE TABLE");
    }

    @Test
    void offlineNeedsNoConnection() {
        shell.project("[database.shop]\nurl = \"jdbc:postgresql://127.0.0.1:1/x\"\nscripts = \"migrations\"\n");
        assertThat(shell.limbeck("upgrade", "--sql").exits(0).out()).contains("CREATE TABLE t (id int)");
        assertThat(shell.limbeck("downgrade", "bbbb:aaaa", "--sql").exits(0).out())
                .contains("DROP TABLE u");
    }

    @Test
    void aDryRunChangesNothing() {
        assertThat(shell.limbeck("upgrade", "--dry-run").exits(0).out()).isEqualTo("""
                        shop: would run 2 revisions
                        + aaaa  feat: add t
                            CREATE TABLE t (id int)
                        + bbbb  feat: add u
                            CREATE TABLE u (id int)
                        """);
        Map<String, Object> json = shell.limbeck("upgrade", "aaaa", "--dry-run", "--json")
                .exits(0)
                .json()
                .get(0);
        assertThat(json)
                .isEqualTo(Map.of(
                        "database",
                        "shop",
                        "revisions",
                        List.of(Map.of(
                                "revision",
                                "aaaa",
                                "direction",
                                "up",
                                "lines",
                                List.of(Map.of(
                                        "path", "1", "sql", "CREATE TABLE t (id int)", "placement", "inside"))))));
        shell.limbeck("upgrade").exits(0);
        assertThat(shell.limbeck("downgrade", "-1", "--dry-run").exits(0).out()).isEqualTo("""
                        shop: would run 1 revision
                        - bbbb  feat: add u
                            DROP TABLE u
                        """);
        assertThat(shell.limbeck("upgrade", "--dry-run").exits(0).out()).isEqualTo("shop: nothing to do.\n");
    }

    @Test
    void eventsOfAFailureEndWithTheError() {
        shell.script("cccc", "bbbb", "feat: wrong", "SELECT nonsense FROM t;", "");
        List<Map<String, Object>> events =
                shell.limbeck("upgrade", "--json").exits(1).json();
        assertThat(events.get(events.size() - 2))
                .containsEntry("event", "revision-failed")
                .containsEntry("revision", "cccc")
                .containsEntry("nothing_stays", true);
        assertThat(events.get(events.size() - 1).get("error")).asString().contains("code=LMB-4001");
    }
}
