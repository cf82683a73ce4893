package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The main program of a JVM that runs two tests on three kinds of database each and prints how they ended. */
final class SampleRun {

    private SampleRun() {}

    public static void main(String[] arguments) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(Sample.class))
                        .filters(EngineFilter.includeEngines("junit-jupiter"))
                        .build(),
                listener);
        TestExecutionSummary summary = listener.getSummary();
        System.out.println("succeeded=" + summary.getTestsSucceededCount());
        System.out.println("aborted=" + summary.getTestsAbortedCount());
        System.out.println("failed=" + summary.getTestsFailedCount());
        System.exit(0);
    }

    static final class Sample {

        @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
        void connects(TestDatabase database) throws SQLException {
            try (Connection connection = database.connect()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }

        @EachDatabase({DatabaseKind.SQLITE, DatabaseKind.MARIADB_10_11, DatabaseKind.MYSQL_9_7})
        void tellsItsKind(TestDatabase database) {
            assertThat(database.kind()).isNotNull();
        }
    }
}
