package org.limbeck.cli.write;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Failures;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.json.Json;
import org.limbeck.load.Scripts;
import org.limbeck.write.AfterWrite;
import org.limbeck.write.Draft;
import org.limbeck.write.JavaWriter;
import org.limbeck.write.ScriptFiles;
import org.limbeck.write.ScriptPlace;
import org.limbeck.write.SqlWriter;

/** Writes a new script: whole or not at all, and never over another file. */
final class ScriptFile {
    private final Invocation call;
    private final DatabaseSettings database;
    private final Scripts scripts;

    ScriptFile(Invocation call, DatabaseSettings database, Scripts scripts) {
        this.call = call;
        this.database = database;
        this.scripts = scripts;
    }

    /** Writes the script of a draft, tells it, and opens it if that is asked for. */
    void write(RevisionDraft draft, String message) {
        LocalDateTime created = LocalDateTime.now(ZoneOffset.UTC);
        ScriptPlace place = ScriptPlace.of(database, scripts, draft, message, created, call.has("--sql"));
        String text = place.sql() ? SqlWriter.empty(place.head()) : JavaWriter.write(place.head(), Draft.EMPTY);
        ScriptFiles.write(List.of(new ScriptFiles.NewScript(place.file(), text)));
        tell(draft, place.file());
        afterWrite(place.file());
        if (call.has("--edit")) {
            Editor.open(call, List.of(place.file()));
        }
    }

    private void afterWrite(Path file) {
        AfterWrite.run(database.afterWrite(), file, call.folder(), AfterWrite.LIMIT)
                .ifPresent(problem -> Failures.tell(problem, call.surroundings(), call.terminal()));
    }

    private void tell(RevisionDraft draft, Path file) {
        if (call.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "written");
            json.put("database", database.name());
            json.put("revision", draft.id());
            json.put("parents", draft.downs());
            json.put("file", call.shown(file));
            call.terminal().raw(Json.write(json) + "\n");
            return;
        }
        String parents = draft.downs().isEmpty() ? "base" : String.join(", ", draft.downs());
        call.terminal()
                .answer(Line.of("Wrote " + call.shown(file) + "   ")
                        .add(Colour.YELLOW, draft.id())
                        .add(" <- " + parents));
        call.terminal().tell("Fill it in, then  " + call.advice(database, "upgrade"));
    }
}
