package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that show scripts. */
class HistoryTest {
    @TempDir
    private Path folder;

    private TestShell shell;

    @BeforeEach
    void project() {
        shell = new TestShell(folder)
                .shop("releases = { \"v0.1.4\" = \"8f48\", \"v0.1.3\" = \"031b\", \"v0.1.2\" = \"f458\" }");
        script("f458c7fb17a5", "", "", "first release under migration", "2026-08-30T08:00");
        script("031b34b4dd30", "f458c7fb17a5", "", "feat: workflow executions", "2026-10-02T08:00");
        script("1d2c3b4a5f60", "031b34b4dd30", "billing", "feat: invoices", "2026-11-16T08:00");
        script("5c0ffee41122", "031b34b4dd30", "search", "feat: full text index on documents", "2026-11-17T08:00");
        script("8f4846812221", "1d2c3b4a5f60, 5c0ffee41122", "", "merge billing and search", "2026-11-18T08:00");
    }

    private void script(String id, String down, String label, String message, String created) {
        shell.file(
                "migrations/" + id + ".sql",
                "--@ revision " + id + "\n" + (down.isEmpty() ? "" : "--@ down " + down + "\n")
                        + (label.isEmpty() ? "" : "--@ labels " + label + "\n") + "--@ message " + message
                        + "\n--@ created " + created + "\n--@ upgrade\n--@ downgrade\n");
    }

    @Test
    void historyIsDrawn() {
        shell.limbeck("upgrade").exits(0);
        String me = System.getProperty("user.name");
        assertThat(shell.limbeck("history").exits(0).out()).isEqualTo("""
                        * 8f4846812221  (head) (current)  v0.1.4   merge billing and search   2026-11-18  %s
                        |\\
                        | * 5c0ffee41122  [search]  feat: full text index on documents        2026-11-17
                        * | 1d2c3b4a5f60  [billing]  feat: invoices                           2026-11-16
                        |/
                        * 031b34b4dd30  v0.1.3   feat: workflow executions                    2026-10-02
                        * f458c7fb17a5  v0.1.2   first release under migration                2026-08-30
                        """.formatted(me));
    }

    @Test
    void historyOfARange() {
        assertThat(shell.limbeck("history", "-r", "031b:1d2c", "--offline")
                        .exits(0)
                        .out())
                .isEqualTo("""
                        * 1d2c3b4a5f60  [billing]  feat: invoices            2026-11-16
                        * 031b34b4dd30  v0.1.3   feat: workflow executions   2026-10-02
                        """);
    }

    @Test
    void aRangeMayBeginWithAMinus() {
        assertThat(shell.limbeck("history", "-r", "-1:1d2c", "--offline")
                        .exits(0)
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(shell.limbeck("history", "-r-1:1d2c", "--offline")
                        .exits(0)
                        .out()
                        .lines())
                .hasSize(2);
    }

    @Test
    void historyNeedsNoDatabaseThatAnswers() {
        shell.project("[database.shop]\nurl = \"jdbc:postgresql://127.0.0.1:1/x\"\nscripts = \"migrations\"\n");
        assertThat(shell.limbeck("history").exits(0).out())
                .startsWith("(current is not marked: Not reachable: database 'shop'")
                .contains("* 8f4846812221  (head)  merge");
        shell.limbeck("history", "-i").exits(1);
    }

    @Test
    void verboseTellsAll() {
        assertThat(shell.limbeck("history", "-v", "--offline").exits(0).out())
                .contains("    parents      1d2c3b4a5f60, 5c0ffee41122\n")
                .contains("    created      2026-11-18 08:00:00 UTC\n")
                .contains("    file         migrations/8f4846812221.sql\n");
    }

    @Test
    void headsAndBranches() {
        assertThat(shell.limbeck("heads").exits(0).out())
                .isEqualTo("8f4846812221  (head)  v0.1.4   merge billing and search\n");
        assertThat(shell.limbeck("branches").exits(0).out()).isEqualTo("""
                        031b34b4dd30  (branch point)  v0.1.3   feat: workflow executions
                          -> 1d2c3b4a5f60  [billing]  feat: invoices
                          -> 5c0ffee41122  [search]  feat: full text index on documents
                        """);
    }

    @Test
    void showResolvesEveryWord() {
        for (String word : List.of("head", "8f48", "v0.1.4", "search@head", "031b+2")) {
            assertThat(shell.limbeck("show", word, "--offline", "--json")
                            .exits(word.equals("031b+2") ? 2 : 0)
                            .out())
                    .contains(word.equals("031b+2") ? "ambiguous" : "8f4846812221");
        }
        assertThat(shell.limbeck("show", "current", "--json").exits(0).json().get(0))
                .containsEntry("symbol", "current")
                .containsEntry("revisions", List.of());
        assertThat(shell.limbeck("show", "base").exits(0).out()).isEqualTo("base\n");
        assertThat(shell.limbeck("show", "+1", "--json").exits(0).out()).contains("f458c7fb17a5");
    }

    @Test
    void programsReadHistory() {
        Map<String, Object> json =
                shell.limbeck("history", "--json", "--offline").exits(0).json().get(0);
        assertThat(json).containsOnlyKeys("database", "revisions");
        assertThat((List<?>) json.get("revisions"))
                .hasSize(5)
                .first()
                .satisfies(first -> assertThat((Map<?, ?>) first).isEqualTo(expectedFirst()));
    }

    private static Map<String, Object> expectedFirst() {
        Map<String, Object> first = new java.util.LinkedHashMap<>();
        first.put("id", "8f4846812221");
        first.put("parents", List.of("1d2c3b4a5f60", "5c0ffee41122"));
        first.put("depends_on", List.of());
        first.put("labels", List.of());
        first.put("message", "merge billing and search");
        first.put("release", "v0.1.4");
        first.put("created", "2026-11-18T08:00:00Z");
        first.put("head", true);
        first.put("file", "migrations/8f4846812221.sql");
        first.put("applied", null);
        first.put("current", null);
        return first;
    }

    @Test
    void planWithoutADatabase() {
        shell.project("[database.shop]\nurl = \"jdbc:postgresql://127.0.0.1:1/x\"\nscripts = \"migrations\"\n");
        assertThat(shell.limbeck("plan", "--from", "031b", "--json").exits(0).out())
                .isEqualTo(
                        "{\"moves\":[{\"revision\":\"5c0ffee41122\",\"direction\":\"up\"},"
                                + "{\"revision\":\"1d2c3b4a5f60\",\"direction\":\"up\"},"
                                + "{\"revision\":\"8f4846812221\",\"direction\":\"up\"}],\"heads_after\":[\"8f4846812221\"]}\n");
        assertThat(shell.limbeck("plan", "--from", "head", "--down", "031b", "--json")
                        .exits(0)
                        .out())
                .startsWith("{\"moves\":[{\"revision\":\"8f4846812221\",\"direction\":\"down\"},")
                .endsWith("\"heads_after\":[\"031b34b4dd30\"]}\n");
        assertThat(shell.limbeck("plan", "--from", "base", "nosuch", "--json")
                        .exits(2)
                        .json()
                        .get(0)
                        .get("error"))
                .isEqualTo(Map.of(
                        "code",
                        "LMB-1201",
                        "kind",
                        "no-such-revision",
                        "message",
                        "there is no revision or label 'nosuch'"));
        shell.limbeck("plan").exits(1);
    }

    @Test
    void planOfTheDatabase() {
        shell.limbeck("upgrade", "031b").exits(0);
        assertThat(shell.limbeck("plan").exits(0).out()).isEqualTo("""
                        shop · 031b34b4dd30 -> 8f4846812221 (3 revisions)
                          + 5c0ffee41122  [search]  feat: full text index on documents
                          + 1d2c3b4a5f60  [billing]  feat: invoices
                          + 8f4846812221  v0.1.4   merge billing and search
                        """);
        assertThat(shell.limbeck("plan", "--down", "-1").exits(0).out()).isEqualTo("""
                        shop · 031b34b4dd30 -> f458c7fb17a5 (1 revision down)
                          - 031b34b4dd30  v0.1.3   feat: workflow executions
                        """);
    }
}
