package org.limbeck.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.command.DryRun;
import org.limbeck.command.Preview;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.Direction;
import org.limbeck.json.Json;

/** Shows what a run would do. */
final class DryRunText {
    private final Invocation call;
    private final DatabaseSettings database;

    DryRunText(Invocation call, DatabaseSettings database) {
        this.call = call;
        this.database = database;
    }

    /** @return the result in a few words */
    String print(List<DryRun.Planned> planned) {
        if (call.json()) {
            call.terminal().raw(Json.write(json(planned)) + "\n");
        } else {
            text(planned);
        }
        return planned.isEmpty() ? "nothing to do" : "would run " + Counts.of(planned.size(), "revision");
    }

    private void text(List<DryRun.Planned> planned) {
        if (planned.isEmpty()) {
            call.terminal().answer(Line.of(Colour.BOLD, database.name()).add(": nothing to do."));
            return;
        }
        call.terminal()
                .answer(Line.of(Colour.BOLD, database.name())
                        .add(": would run " + Counts.of(planned.size(), "revision")));
        for (DryRun.Planned one : planned) {
            boolean up = one.step().direction() == Direction.UP;
            call.terminal()
                    .answer(Line.of(up ? Colour.GREEN : Colour.RED, up ? "+ " : "- ")
                            .add(Colour.YELLOW, one.step().revision().id())
                            .add("  " + one.step().revision().message()));
            one.lines().forEach(this::line);
        }
    }

    private void line(Preview.Line line) {
        if (line instanceof Preview.Line.Sql sql) {
            for (String part : sql.sql().split("\n")) {
                call.terminal().whole(Line.of("    " + part));
            }
        } else if (line instanceof Preview.Line.Note note) {
            call.terminal().whole(Line.of(Colour.DIM, "    -- " + note.text()));
        } else if (line instanceof Preview.Line.Stop stop) {
            call.terminal().whole(Line.of(Colour.DIM, "    -- " + stop.text()));
        }
    }

    private Map<String, @Nullable Object> json(List<DryRun.Planned> planned) {
        List<Object> revisions = new ArrayList<>();
        for (DryRun.Planned one : planned) {
            List<Object> lines = new ArrayList<>();
            one.lines().forEach(line -> lines.add(json(line)));
            Map<String, @Nullable Object> revision = new LinkedHashMap<>();
            revision.put("revision", one.step().revision().id());
            revision.put("direction", one.step().direction().word());
            revision.put("lines", lines);
            revisions.add(revision);
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("revisions", revisions);
        return json;
    }

    private static Map<String, @Nullable Object> json(Preview.Line line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (line instanceof Preview.Line.Sql sql) {
            json.put("path", sql.path());
            json.put("sql", sql.sql());
            json.put("placement", sql.placement().name().toLowerCase(Locale.ROOT));
        } else if (line instanceof Preview.Line.Note note) {
            json.put("path", note.path());
            json.put("note", note.text());
        } else if (line instanceof Preview.Line.Stop stop) {
            json.put("path", stop.path());
            json.put("step", stop.text());
        }
        return json;
    }
}
