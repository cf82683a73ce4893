package org.limbeck.testkit.server.internal;

import java.util.List;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Prints, after the last test, which databases were not tested and why. Found by the JUnit Platform as a service. */
public final class OutageReport implements TestExecutionListener {

    /** For the service loader. */
    public OutageReport() {}

    @Override
    public void testPlanExecutionFinished(TestPlan testPlan) {
        List<String> summary = Outages.OF_THIS_RUN.summary();
        if (!summary.isEmpty()) {
            // An engine may have left its last line open.
            System.err.println();
            summary.forEach(System.err::println);
        }
    }
}
