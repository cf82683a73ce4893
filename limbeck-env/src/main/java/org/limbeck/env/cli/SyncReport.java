package org.limbeck.env.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Change;
import org.limbeck.env.Diff;
import org.limbeck.env.EnvFile;
import org.limbeck.env.Kind;
import org.limbeck.env.Report;
import org.limbeck.env.Secrets;
import org.limbeck.env.SyncPlan;
import org.limbeck.env.Warning;
import org.limbeck.env.cli.Screen.Colour;

/** Tells people what a sync found, in groups. */
final class SyncReport {
    private static final int MOST = 50;

    private final Screen screen;
    private final Report report;

    private SyncReport(Screen screen, Report report) {
        this.screen = screen;
        this.report = report;
    }

    /**
     * The groups, each with its count; nothing for an empty one.
     *
     * @param warningsOnly for somebody who wants no report on what is as it should be
     */
    static void groups(Screen screen, SyncPlan plan, boolean warningsOnly) {
        SyncReport all = new SyncReport(screen, plan.report());
        if (warningsOnly) {
            all.warnings();
            return;
        }
        if (!plan.creates()) {
            all.fresh();
        }
        all.changed();
        all.followed();
        all.names("Switched on by you, commented out in the template", "#", all.report.activated());
        all.renamed();
        all.names("Not in the template, kept at the end", "=", all.report.removed());
        all.warnings();
    }

    /** One line of numbers. */
    static String counts(Report report) {
        StringBuilder out = new StringBuilder();
        count(out, report.total(), report.total() == 1 ? "variable" : "variables");
        count(out, report.unchanged(), "as in the template");
        count(out, report.changed().size(), "yours");
        count(out, report.fresh().size(), "new");
        count(out, report.followed().size(), "with a new default");
        count(out, report.activated().size(), "switched on");
        count(out, report.removed().size(), "kept at the end");
        count(out, report.keptLines(), "kept of no known form");
        return out.toString();
    }

    private static void count(StringBuilder out, int number, String what) {
        if (out.length() == 0) {
            out.append(number).append(' ').append(what);
        } else if (number > 0) {
            out.append(out.indexOf(":") < 0 ? ": " : ", ")
                    .append(number)
                    .append(' ')
                    .append(what);
        }
    }

    static void diff(Screen screen, SyncPlan plan) {
        screen.line("");
        for (Diff.Line line : plan.diff()) {
            switch (line.mark()) {
                case REMOVED -> screen.line(Colour.RED, "-" + line.text());
                case ADDED -> screen.line(Colour.GREEN, "+" + line.text());
                case SAME -> screen.line(" " + line.text());
                case SKIPPED -> screen.line(Colour.DIM, "@ " + line.text() + " lines the same");
            }
        }
        if (!plan.otherChange().isEmpty()) {
            screen.line(Colour.DIM, "@ " + plan.otherChange());
        }
    }

    static List<String> diffLines(List<Diff.Line> lines) {
        List<String> texts = new ArrayList<>();
        for (Diff.Line line : lines) {
            texts.add(sign(line) + line.text());
        }
        return texts;
    }

    private static String sign(Diff.Line line) {
        return switch (line.mark()) {
            case REMOVED -> "-";
            case ADDED -> "+";
            case SAME -> " ";
            case SKIPPED -> "@ ";
        };
    }

    private void fresh() {
        List<String[]> rows = new ArrayList<>();
        for (Report.Fresh each : report.fresh()) {
            rows.add(new String[] {each.name(), shown(each.name(), each.value())});
        }
        table("New, with the template's default", Colour.GREEN, "+", rows);
    }

    private void changed() {
        List<String[]> rows = new ArrayList<>();
        for (Change each : report.changed()) {
            String template = "template: " + shown(each.name(), each.template());
            rows.add(new String[] {each.name(), shown(each.name(), each.current()), template, words(each)});
        }
        table("Yours, kept; the template has another value", Colour.YELLOW, "~", rows);
    }

    private void followed() {
        List<String[]> rows = new ArrayList<>();
        for (Change each : report.followed()) {
            String now = "now: " + shown(each.name(), each.template());
            rows.add(new String[] {each.name(), shown(each.name(), each.current()), now, words(each)});
        }
        table("Never changed by you, now the new default", Colour.CYAN, ">", rows);
    }

    private void renamed() {
        List<String[]> rows = new ArrayList<>();
        for (Report.Renamed each : report.renamed()) {
            rows.add(new String[] {each.from(), "now " + each.to()});
        }
        table("Renamed, with your values", Colour.CYAN, ">", rows);
    }

    private void names(String title, String mark, List<String> names) {
        List<String[]> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(new String[] {name});
        }
        table(title, Colour.CYAN, mark, rows);
    }

    private void warnings() {
        List<String[]> rows = new ArrayList<>();
        for (Warning each : report.warnings()) {
            rows.add(new String[] {each.toString()});
        }
        table("Warnings", Colour.YELLOW, "!", rows);
    }

    private void table(String title, Colour colour, String mark, List<String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        screen.line("");
        screen.line(Colour.BOLD, title + " (" + rows.size() + ")");
        int[] widths = widths(rows);
        for (int i = 0; i < Math.min(rows.size(), MOST); i++) {
            screen.line(colour, "  " + mark + " " + row(rows.get(i), widths));
        }
        if (rows.size() > MOST) {
            screen.line("  and " + (rows.size() - MOST) + " more; --json lists all");
        }
    }

    private static int[] widths(List<String[]> rows) {
        int[] widths = new int[rows.get(0).length];
        for (int i = 0; i < Math.min(rows.size(), MOST); i++) {
            for (int j = 0; j < widths.length - 1; j++) {
                widths[j] = Math.max(widths[j], rows.get(i)[j].length());
            }
        }
        return widths;
    }

    private static String row(String[] cells, int[] widths) {
        StringBuilder out = new StringBuilder();
        for (int j = 0; j < cells.length; j++) {
            out.append(j == 0 ? "" : "  ").append(Screen.padded(cells[j], widths[j]));
        }
        return out.toString();
    }

    /** How the values differ; for text also by how much, unless one of them is masked. */
    private static String words(Change change) {
        String words = change.kind().words();
        boolean masked = !Secrets.mask(change.name(), change.current()).equals(change.current())
                || !Secrets.mask(change.name(), change.template()).equals(change.template());
        if (change.kind() != Kind.STRING || masked) {
            return words;
        }
        int more = EnvFile.decode(change.template()).length()
                - EnvFile.decode(change.current()).length();
        if (more == 0) {
            return words + " of the same length";
        }
        return words + ", " + Math.abs(more) + (more > 0 ? " longer" : " shorter") + " in the template";
    }

    private static String shown(String name, String value) {
        return Screen.brief(EnvFile.decode(Secrets.mask(name, value)));
    }

    /** The same for programs; values are not in it. */
    static Json json(SyncPlan plan, @Nullable Path backup) {
        Report report = plan.report();
        List<String> fresh = new ArrayList<>();
        for (Report.Fresh each : report.fresh()) {
            fresh.add(each.name());
        }
        List<Json> renamed = new ArrayList<>();
        for (Report.Renamed each : report.renamed()) {
            renamed.add(new Json().add("from", each.from()).add("to", each.to()));
        }
        List<String> warnings = new ArrayList<>();
        for (Warning each : report.warnings()) {
            warnings.add(each.toString());
        }
        Json json = new Json()
                .addStrings("new", fresh)
                .addObjects("changed", changes(report.changed()))
                .addStrings("removed", report.removed())
                .addStrings("warnings", warnings);
        json = backup == null
                ? json.addNull("backup")
                : json.add("backup", backup.toAbsolutePath().toString());
        return json.addObjects("followed", changes(report.followed()))
                .addStrings("activated", report.activated())
                .addObjects("renamed", renamed)
                .add("kept_lines", report.keptLines())
                .add("unchanged", report.unchanged())
                .add("total", report.total());
    }

    private static List<Json> changes(List<Change> changes) {
        List<Json> list = new ArrayList<>();
        for (Change each : changes) {
            list.add(new Json().add("key", each.name()).add("kind", each.kind().text()));
        }
        return list;
    }
}
