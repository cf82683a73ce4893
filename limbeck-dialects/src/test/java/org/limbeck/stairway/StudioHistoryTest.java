package org.limbeck.stairway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;
import static org.limbeck.testkit.server.DatabaseKind.POSTGRESQL_18;
import static org.limbeck.testkit.server.DatabaseKind.SQLITE;

import org.limbeck.testkit.history.MigrationTest;
import org.limbeck.testkit.history.Stairway;
import org.limbeck.testkit.history.StairwayReport;

/** The histories of the example, as its developers would test them. */
class StudioHistoryTest {

    @MigrationTest(
            scripts = "../examples/studio/migrations/agent",
            on = {SQLITE, POSTGRESQL_18, MARIADB_10_11, MYSQL_9_7})
    void everyRevisionOfAgentLeadsBack(Stairway stairway) {
        StairwayReport report = stairway.climb();
        assertThat(report.revisions()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(report.unseeded()).isEmpty();
    }

    @MigrationTest(
            scripts = "../examples/studio/migrations/{dialect}/ops",
            on = {SQLITE, POSTGRESQL_18, MARIADB_10_11})
    void everyRevisionOfOpsLeadsBack() {}
}
