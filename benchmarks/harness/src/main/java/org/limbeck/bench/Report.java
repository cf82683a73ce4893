package org.limbeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.json.Json;

/** The table, as Markdown and as JSON. */
final class Report {
    private final Map<String, String> machine;
    private final List<Row> rows = new ArrayList<>();
    private final List<InsideRow> inside = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Report(Map<String, String> machine) {
        this.machine = machine;
    }

    void add(Row row) {
        rows.add(row);
        System.err.println(row.section() + " | " + line(row));
    }

    void add(InsideRow row) {
        inside.add(row);
        System.err.println("inside | " + line(row));
    }

    private static String line(InsideRow row) {
        return String.format(
                Locale.ROOT, "%s | %s | %,.0f ± %,.0f", row.name(), row.setting(), row.micros(), row.error());
    }

    /** A case that could not be run is told in the table. */
    void failed(String section, Exception failure) {
        failures.add(section + ": "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
        failure.printStackTrace();
    }

    boolean anyFailed() {
        return !failures.isEmpty();
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("RESULTS.md"), markdown());
        Files.writeString(folder.resolve("RESULTS.json"), Json.write(json()) + "\n");
    }

    // ---- Markdown

    private String markdown() {
        StringBuilder text = new StringBuilder("# Results\n\nWritten by `benchmarks/run`; do not edit.\n\n");
        text.append(
                "Whole processes, as the operating system counts them: CPU is user and system time. Median (least–most)"
                        + " of the runs; contestants run in turn. *Floor* is the CPU time divided by that of the floor.\n\n");
        machine.forEach((name, value) ->
                text.append("* ").append(name).append(": ").append(value).append('\n'));
        Set<String> sections = new LinkedHashSet<>();
        rows.forEach(row -> sections.add(row.section()));
        for (String section : sections) {
            text.append("\n## ").append(section).append("\n\n");
            text.append("| | | runs | CPU s | floor | wall s | peak MB | statements |\n");
            text.append("|---|---|---:|---:|---:|---:|---:|---:|\n");
            rows.stream()
                    .filter(row -> row.section().equals(section))
                    .forEach(row -> text.append("| ").append(line(row)).append(" |\n"));
        }
        if (!inside.isEmpty()) {
            text.append("\n## Inside a process (JMH)\n\n| | | µs a call |\n|---|---|---:|\n");
            inside.forEach(row -> text.append("| ").append(line(row)).append(" |\n"));
        }
        if (!failures.isEmpty()) {
            text.append("\n## Not run\n\n");
            failures.forEach(failure -> text.append("* ").append(failure).append('\n'));
        }
        return text.toString();
    }

    private String line(Row row) {
        return String.join(
                " | ",
                row.setting(),
                row.contestant(),
                String.valueOf(row.samples().size()),
                text(row.cpu(), row.samples().size()),
                ratio(row),
                text(row.wall(), row.samples().size()),
                row.peak().median() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%.0f", row.peak().median()),
                row.statements() == null ? "" : String.valueOf(row.statements()));
    }

    private static String text(Spread spread, int runs) {
        String form = spread.median() < 0.1 ? "%.4f" : spread.median() < 10 ? "%.3f" : "%.1f";
        String median = String.format(Locale.ROOT, form, spread.median());
        return runs == 1
                ? median
                : median + " (" + String.format(Locale.ROOT, form + "–" + form, spread.least(), spread.most()) + ")";
    }

    private String ratio(Row row) {
        Row floor = floor(row);
        return floor == null
                ? ""
                : String.format(
                        Locale.ROOT, "%.2f", row.cpu().median() / floor.cpu().median());
    }

    private @Nullable Row floor(Row row) {
        return rows.stream()
                .filter(other -> other.floor()
                        && other.section().equals(row.section())
                        && other.setting().equals(row.setting()))
                .findFirst()
                .orElse(null);
    }

    // ---- JSON

    private Map<String, Object> json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", machine);
        all.put("results", rows.stream().map(Report::json).toList());
        all.put("inside", inside.stream().map(Report::json).toList());
        all.put("failures", failures);
        return all;
    }

    private static Map<String, Object> json(InsideRow row) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", row.name());
        one.put("setting", row.setting());
        one.put("microseconds", row.micros());
        one.put("error", row.error());
        return one;
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("case", row.section());
        one.put("setting", row.setting());
        one.put("contestant", row.contestant());
        one.put("floor", row.floor());
        one.put("cpu", row.samples().stream().map(Sample::cpu).toList());
        one.put("wall", row.samples().stream().map(Sample::wall).toList());
        one.put("peakMegabytes", row.samples().stream().map(Sample::peak).toList());
        if (row.statements() != null) {
            one.put("statements", (long) row.statements());
        }
        return one;
    }
}
