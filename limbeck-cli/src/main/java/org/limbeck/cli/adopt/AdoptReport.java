package org.limbeck.cli.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.Adoption;
import org.limbeck.adopt.CarriedScript;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.command.Adopter;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.json.Json;

/** What was taken over, for people or programs. */
final class AdoptReport {
    private static final int DAY = 10;

    private final Invocation call;
    private final DatabaseSettings database;
    private final Adopter.Result result;
    private final Adoption adoption;
    private final Terminal terminal;
    private final boolean dry;

    AdoptReport(Invocation call, DatabaseSettings database, Adopter.Result result) {
        this.call = call;
        this.database = database;
        this.result = result;
        this.adoption = result.adoption();
        this.terminal = call.terminal();
        this.dry = call.has("--dry-run");
    }

    void tell() {
        if (call.json()) {
            terminal.raw(Json.write(json()) + "\n");
        } else if (result.before() != null) {
            terminal.tell(Line.of(Colour.BOLD, database.name())
                    .add(" was adopted already, at " + result.before() + ". Nothing to do."));
        } else {
            terminal.tell("Read " + Counts.of(adoption.files(), "file") + " of " + adoption.tool() + " and "
                    + Counts.of(adoption.rows(), "row") + " of " + adoption.table());
            scripts();
            left();
            adoption.remarks().forEach(this::remark);
            end();
        }
    }

    private void scripts() {
        Map<String, Adoption.Applied> recorded = recorded();
        Columns columns = new Columns();
        for (CarriedScript script : adoption.scripts()) {
            Adoption.Applied applied = recorded.get(script.id());
            columns.row(
                    Line.of("  ")
                            .add(terminal.mark(applied == null ? Mark.CARE : Mark.DONE))
                            .add(" ")
                            .add(Colour.YELLOW, script.id()),
                    Line.of(script.message()),
                    Line.of(applied == null ? "pending" : "applied" + who(applied)));
        }
        columns.lines().forEach(terminal::answer);
    }

    private Map<String, Adoption.Applied> recorded() {
        Map<String, Adoption.Applied> recorded = new HashMap<>();
        result.recorded().forEach(applied -> recorded.put(applied.id(), applied));
        return recorded;
    }

    private static String who(Adoption.Applied applied) {
        String at = applied.at();
        return (at == null ? "" : " " + at.substring(0, DAY)) + (applied.by() == null ? "" : " by " + applied.by());
    }

    private void left() {
        if (adoption.left().isEmpty()) {
            return;
        }
        terminal.answer("Not carried:");
        Columns columns = new Columns();
        adoption.left().forEach(left -> columns.row("  " + left.file(), left.reason()));
        columns.lines().forEach(terminal::whole);
    }

    private void remark(String text) {
        terminal.whole(Line.of("  ").add(terminal.mark(Mark.CARE)).add(" " + text));
    }

    private void end() {
        String pending = Counts.of(result.pending().size(), "revision") + " pending";
        String applied = Counts.of(result.recorded().size(), "revision") + " recorded as applied";
        if (dry) {
            terminal.tell("Would be: " + Counts.of(result.written().size(), "script") + " written to " + folder() + ", "
                    + applied + ", " + pending + ". Nothing was written.");
            return;
        }
        terminal.tell("Wrote " + Counts.of(result.written().size(), "script") + " to " + folder());
        terminal.tell(Line.of(Colour.GREEN, "Done:")
                .add(" ")
                .add(Colour.BOLD, database.name())
                .add(": " + applied + ", " + pending + "; nothing was run, and " + adoption.table()
                        + " is left as it is"));
        if (!result.pending().isEmpty()) {
            terminal.tell("Next:  " + call.advice(database, "upgrade"));
        }
    }

    private String folder() {
        return call.shown(AdoptCommand.target(database));
    }

    // ---- JSON

    private Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event", "adopted");
        json.put("database", database.name());
        json.put("tool", adoption.tool());
        json.put("table", adoption.table());
        json.put("dry_run", dry);
        json.put("adopted_before", result.before());
        json.put("written", result.written().stream().map(CarriedScript::file).toList());
        Map<String, Adoption.Applied> recorded = recorded();
        List<Map<String, @Nullable Object>> scripts = new ArrayList<>();
        adoption.scripts().forEach(script -> scripts.add(json(script, recorded.get(script.id()))));
        json.put("revisions", scripts);
        json.put(
                "not_carried",
                adoption.left().stream()
                        .map(left -> Map.of("file", left.file(), "reason", left.reason()))
                        .toList());
        json.put("remarks", adoption.remarks());
        return json;
    }

    private static Map<String, @Nullable Object> json(CarriedScript script, Adoption.@Nullable Applied applied) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", script.id());
        json.put("message", script.message());
        json.put("file", script.file());
        json.put("state", applied == null ? "pending" : "applied");
        json.put("stops", script.stop());
        if (applied != null) {
            json.put("at", applied.at());
            json.put("by", Objects.requireNonNullElse(applied.by(), ""));
        }
        return json;
    }
}
