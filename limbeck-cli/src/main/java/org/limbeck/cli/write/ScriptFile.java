package org.limbeck.cli.write;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
import org.limbeck.write.ScriptHead;
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

    /** A script that can be written. */
    record Prepared(Path file, String text, RevisionDraft revision) {

        ScriptFiles.NewScript script() {
            return new ScriptFiles.NewScript(file, text);
        }
    }

    /** Writes an empty script for a place in the graph, tells it, and opens it if that is asked for. */
    void write(RevisionDraft revision, String message) {
        Prepared script = prepare(revision, message, SqlWriter::empty, Draft.EMPTY);
        ScriptFiles.write(List.of(script.script()));
        written(script, "Fill it in");
    }

    /** Tells a script that is written, and does with it what is asked for. */
    void written(Prepared script, String then) {
        tell(script, then);
        finish(call, script, database);
    }

    /** Formats a script that is written, and opens it, if that is asked for. */
    static void finish(Invocation call, Prepared script, DatabaseSettings database) {
        AfterWrite.run(database.afterWrite(), script.file(), call.folder(), AfterWrite.LIMIT)
                .ifPresent(problem -> Failures.tell(problem, call.surroundings(), call.terminal()));
        if (call.has("--edit")) {
            Editor.open(call, List.of(script.file()));
        }
    }

    /**
     * Makes the text of a script, and the name of its file.
     *
     * @param sql how it is said in SQL, if that is asked for
     * @param java how it is said in Java
     */
    Prepared prepare(RevisionDraft revision, String message, Function<ScriptHead, String> sql, Draft java) {
        LocalDateTime created = LocalDateTime.now(ZoneOffset.UTC);
        ScriptPlace place = ScriptPlace.of(database, scripts, revision, message, created, call.has("--sql"));
        String text = place.sql() ? sql.apply(place.head()) : JavaWriter.write(place.head(), java);
        return new Prepared(place.file(), text, revision);
    }

    private void tell(Prepared script, String then) {
        RevisionDraft revision = script.revision();
        if (call.json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("event", "written");
            json.put("database", database.name());
            json.put("revision", revision.id());
            json.put("parents", revision.downs());
            json.put("file", call.shown(script.file()));
            call.terminal().raw(Json.write(json) + "\n");
            return;
        }
        String parents = revision.downs().isEmpty() ? "base" : String.join(", ", revision.downs());
        call.terminal()
                .answer(Line.of("Wrote " + call.shown(script.file()) + "   ")
                        .add(Colour.YELLOW, revision.id())
                        .add(" <- " + parents));
        call.terminal().tell(then + ", then  " + call.advice(database, "upgrade"));
    }
}
