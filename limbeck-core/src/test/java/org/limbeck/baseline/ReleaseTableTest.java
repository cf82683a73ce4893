package org.limbeck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;

/** The release table of the guide that this feature was made for, right and wrong. */
class ReleaseTableTest {
    private static final RevisionGraph MYSQL_OPS =
            RevisionGraph.of(RevisionNode.of("80f110f929fc"), RevisionNode.of("13377a900fe2", "80f110f929fc"));
    private static final RevisionGraph SQLITE_OPS =
            RevisionGraph.of(RevisionNode.of("b4f4c6589bc5"), RevisionNode.of("f6e49cd8c97d", "b4f4c6589bc5"));

    private final Map<DatabaseSettings, RevisionGraph> graphs = new LinkedHashMap<>();

    private ReleaseTableTest add(String name, String scripts, RevisionGraph graph, String... releases) {
        Map<String, String> table = new LinkedHashMap<>();
        for (int i = 0; i < releases.length; i += 2) {
            table.put(releases[i], releases[i + 1]);
        }
        graphs.put(DatabaseSettings.of(name, "jdbc:sqlite:" + name, scripts).withReleases(table), graph);
        return this;
    }

    private List<String> contradictions() {
        return new ReleaseTable(graphs)
                .contradictions().stream().map(Problem::what).toList();
    }

    @Test
    void theTableItselfIsConsistentThoughTwoReleasesAreOneRevision() {
        add("mysql_ops", "my", MYSQL_OPS, "v0.1.2", "80f110f929fc", "v0.1.3", "13377a900fe2", "v0.1.4", "13377a900fe2");
        add("sqlite_ops", "lite", SQLITE_OPS, "v0.1.2", "b4f4c6589bc5", "v0.1.3", "f6e49cd8c97d");

        assertThat(contradictions()).isEmpty();
        assertThat(new ReleaseTable(graphs).names()).containsExactly("v0.1.2", "v0.1.3", "v0.1.4");
    }

    @Test
    void aReleaseOfAnotherHistoryIsFound() {
        add("mysql_ops", "my", MYSQL_OPS, "v0.1.2", "b4f4c6589bc5");
        add("sqlite_ops", "lite", SQLITE_OPS, "v0.1.2", "b4f4c6589bc5");

        Problem problem = new ReleaseTable(graphs).contradictions().get(0);
        assertThat(problem.what())
                .isEqualTo("Release v0.1.2 of 'mysql_ops' names revision b4f4c6589bc5, which no script has");
        assertThat(problem.why()).containsExactly("It is a revision of 'sqlite_ops', which has another history.");
    }

    @Test
    void aLaterReleaseBelowAnEarlierOneIsFound() {
        add("mysql_ops", "my", MYSQL_OPS, "v0.1.9", "13377a900fe2", "v0.1.10", "80f110f929fc");

        assertThat(contradictions())
                .containsExactly("Release v0.1.10 of 'mysql_ops' (80f110f929fc) does not stand on release v0.1.9"
                        + " (13377a900fe2)");
    }

    @Test
    void oneHistoryHasOneRevisionForARelease() {
        add("mysql_ops", "ops", MYSQL_OPS, "v0.1.2", "13377a900fe2");
        add("mariadb_ops", "ops", MYSQL_OPS, "v0.1.2", "80f110f9");

        assertThat(contradictions())
                .containsExactly("Release v0.1.2 is 13377a900fe2 in 'mysql_ops' and 80f110f9 in 'mariadb_ops'");
    }
}
