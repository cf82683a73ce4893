package org.limbeck.stairway;

import java.util.ArrayList;
import java.util.List;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a user's test class and writes down what happens. */
final class HeardTests implements TestExecutionListener {
    final List<String> ended = new ArrayList<>();
    final List<String> reports = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    static HeardTests run(Class<?> tests) {
        HeardTests heard = new HeardTests();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .build(),
                        heard);
        return heard;
    }

    /** Everything, for people. */
    List<String> lines() {
        return lines;
    }

    boolean failed() {
        return ended.stream().anyMatch(end -> end.contains(" FAILED "));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            String failure = result.getThrowable().map(Throwable::getMessage).orElse("");
            ended.add(test.getDisplayName() + " " + result.getStatus() + " " + failure);
            lines.add((test.getDisplayName() + " " + result.getStatus()).strip());
            failure.lines().forEach(line -> lines.add("  " + line));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String report = String.valueOf(entry.getKeyValuePairs().get("limbeck"));
        reports.add(report);
        report.lines().forEach(lines::add);
    }
}
