package org.limbeck.cli.write;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.json.Json;
import org.limbeck.merge.Conflict;
import org.limbeck.merge.MergeAnalysis;

/** Tells what lines do to the same objects. */
final class AnalysisText {
    private static final String INDENT = "          ";

    private AnalysisText() {}

    static void tell(Invocation call, DatabaseSettings database, MergeAnalysis analysis) {
        if (call.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "analysed");
            json.put("database", database.name());
            json.putAll(analysis.json());
            call.terminal().raw(Json.write(json) + "\n");
            return;
        }
        for (Conflict conflict : analysis.conflicts()) {
            tell(call, conflict);
        }
        analysis.unseen().forEach(call.terminal()::tell);
        if (analysis.conflicts().isEmpty()) {
            List<String> lines = analysis.lines().stream()
                    .map(line -> line.head().id() + " (" + Counts.of(line.own().size(), "revision") + ")")
                    .toList();
            call.terminal().tell("No conflicts: " + String.join(" and ", lines) + " do not touch the same objects");
        }
    }

    private static void tell(Invocation call, Conflict conflict) {
        Line word = conflict.certain() ? Line.of(Colour.RED, "conflict") : Line.of(Colour.YELLOW, "possible");
        call.terminal().whole(word.add("  " + conflict.object() + ": " + conflict.text()));
        for (Conflict.Change change : List.of(conflict.one(), conflict.other())) {
            String place = change.place() == null
                    ? ""
                    : "   " + call.shown(Path.of(change.place().file())) + ":"
                            + change.place().line();
            call.terminal()
                    .whole(Line.of(INDENT)
                            .add(Colour.YELLOW, change.revision().id())
                            .add("  " + change.what())
                            .add(Colour.DIM, place));
        }
    }
}
