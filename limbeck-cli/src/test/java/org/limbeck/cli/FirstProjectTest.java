package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily loop of one database, as a person sees it. */
class FirstProjectTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder).shop();
    }

    @Test
    void upgradeShowsEachRevision() {
        shell.table("4be1a09c77d2", "", "customer");
        TestShell.Result result = shell.limbeck("upgrade").exits(0);
        assertThat(result.out().replaceAll("[0-9]+ ms", "12 ms").replaceAll(" +12 ms", "      12 ms"))
                .isEqualTo("""
                        shop · h2 2.5 · base -> 4be1a09c77d2 (1 revision)
                          ✓ 4be1a09c77d2  feat: add customer                          1 statement      12 ms
                        Done: shop is at 4be1a09c77d2 (head)
                        """);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void upgradeAgainHasNothingToDo() {
        shell.table("4be1a09c77d2", "", "customer").limbeck("upgrade").exits(0);
        assertThat(shell.limbeck("upgrade").exits(0).out())
                .isEqualTo("shop is already at 4be1a09c77d2 (head). Nothing to do.\n");
    }

    @Test
    void upgradeStopsShortOfTheHead() {
        shell.table("aaaa", "", "t").table("bbbb", "aaaa", "u");
        assertThat(shell.limbeck("upgrade", "+1").exits(0).out()).endsWith("Done: shop is at aaaa\n");
        assertThat(shell.limbeck("upgrade", "bbbb").exits(0).out()).endsWith("Done: shop is at bbbb (head)\n");
    }

    @Test
    void downgradeGoesBack() {
        shell.table("aaaa", "", "t")
                .table("bbbb", "aaaa", "u")
                .limbeck("upgrade")
                .exits(0);
        assertThat(shell.limbeck("downgrade", "-1").exits(0).out())
                .startsWith("shop · h2 2.5 · bbbb -> aaaa (1 revision)\n  ✓ bbbb  feat: add u")
                .endsWith("Done: shop is at aaaa\n");
        assertThat(shell.limbeck("downgrade", "base").exits(0).out()).endsWith("Done: shop is at base\n");
        assertThat(shell.limbeck("downgrade", "base").exits(0).out())
                .isEqualTo("shop is already at base. Nothing to do.\n");
    }

    @Test
    void quietSaysNothing() {
        shell.table("aaaa", "", "t");
        assertThat(shell.limbeck("upgrade", "-q").exits(0).out()).isEmpty();
        assertThat(shell.limbeck("-q", "upgrade").exits(0).out()).isEmpty();
    }

    @Test
    void verboseShowsStatements() {
        shell.table("aaaa", "", "t");
        assertThat(shell.limbeck("upgrade", "--verbose").exits(0).out()).contains("CREATE TABLE t (id int)");
    }

    @Test
    void aFailureNamesPlaceAndNextStep() {
        shell.script("aaaa", "", "feat: wrong", "CREATE TABLE t (id int);\nSELECT nonsense FROM t;", "");
        TestShell.Result result = shell.limbeck("upgrade").exits(1);
        assertThat(result.out()).contains("✗ aaaa  feat: wrong").contains("half done");
        assertThat(result.err())
                .startsWith("LMB-4001 ")
                .contains("\n  at migrations/aaaa.sql:")
                .doesNotContain("\tat ");
        assertThat(shell.limbeck("current").exits(0).out()).contains("✗ dirty: aaaa stopped (upgrading)");
    }

    @Test
    void aHalfDoneRevisionGoesOnWhereItStopped() {
        shell.script("aaaa", "", "feat: two", "CREATE TABLE t (id int);\nSELECT nonsense FROM t;", "DROP TABLE t;");
        shell.limbeck("upgrade").exits(1);
        shell.script("aaaa", "", "feat: two", "CREATE TABLE t (id int);\nCREATE TABLE u (id int);", "DROP TABLE t;");
        assertThat(shell.limbeck("upgrade").exits(0).out())
                .startsWith("shop · h2 2.5 · resuming aaaa at ")
                .contains("(stopped 20")
                .contains(" statement now ")
                .endsWith("Done: shop is at aaaa (head)\n");
    }

    @Test
    void stacktraceOnlyWhenAsked() {
        shell.script("aaaa", "", "feat: wrong", "SELECT nonsense;", "");
        assertThat(shell.limbeck("upgrade", "--stacktrace").exits(1).err()).contains("\tat org.limbeck.");
    }

    @Test
    void classesOfScriptsAreKept() {
        shell.limbeck("revision", "-m", "feat: first").exits(0);
        shell.limbeck("upgrade").exits(0);
        assertThat(folder.resolve(".limbeck/classes")).isNotEmptyDirectory();
    }

    @Test
    void losingDataIsRefused() {
        shell.file("migrations/R1.java", """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                @Revision(id = "aaaa", message = "feat: customers")
                final class R1 implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        op.createTable("customer", column("id", integer()).notNull());
                        op.insert("customer", row("id", 1), row("id", 2));
                    }

                    @Override
                    public void downgrade(Op op) {
                        op.dropTable("customer");
                    }
                }
                """);
        shell.limbeck("upgrade").exits(0);
        TestShell.Result refused = shell.limbeck("downgrade", "base").exits(4);
        assertThat(refused.err()).startsWith("LMB-5102 ").contains("2 rows").contains("--allow-data-loss");
        shell.limbeck("downgrade", "base", "--allow-data-loss").exits(0);
    }
}
