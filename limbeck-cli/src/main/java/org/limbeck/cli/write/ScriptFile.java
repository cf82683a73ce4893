package org.limbeck.cli.write;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.graph.RevisionNode;
import org.limbeck.json.Json;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.ScriptSource;
import org.limbeck.load.Scripts;
import org.limbeck.write.Draft;
import org.limbeck.write.JavaWriter;
import org.limbeck.write.ScriptHead;
import org.limbeck.write.ScriptName;
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
        boolean sql = call.has("--sql");
        String template = database.fileName();
        String name = sql
                ? ScriptName.of(template, created, message, draft.id())
                : ScriptName.ofClass(template, created, message, draft.id());
        Path file = folder(draft).resolve(name + (sql ? ".sql" : ".java"));
        ScriptHead head = ScriptHead.of(name, draft, message, created);
        store(file, sql ? SqlWriter.empty(head) : JavaWriter.write(head, Draft.EMPTY));
        tell(draft, file);
        if (call.has("--edit")) {
            Editor.open(call, List.of(file));
        }
    }

    /** Beside the parent, else the first folder of the settings. */
    private Path folder(RevisionDraft draft) {
        for (RevisionNode parent : draft.parents()) {
            if (scripts.header(parent.id()).source() instanceof ScriptSource.InFile in) {
                Path folder = in.path().getParent();
                if (folder != null) {
                    return folder;
                }
            }
        }
        for (String location : database.scripts()) {
            if (!location.startsWith(ScriptLocations.CLASS_PATH)) {
                return Path.of(location);
            }
        }
        throw Problem.of(ErrorCode.INVALID_SETTINGS, "Database '" + database.name() + "' has no folder for new scripts")
                .why("Its scripts are " + String.join(", ", database.scripts()))
                .todo("Name the folder of the sources first:  scripts = [\"src/main/java/...\", ...]")
                .exception();
    }

    private void store(Path file, String text) {
        Path half = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.writeString(half, text);
            // Not replacing: what is there already stays.
            Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            throw Problem.of(ErrorCode.FILE_EXISTS, "There is a file of that name already: " + call.shown(file))
                    .todo("Choose another message, or remove that file.")
                    .exception();
        } catch (IOException e) {
            throw Invocation.fileProblem(file, e);
        } finally {
            discard(half);
        }
    }

    private static void discard(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            // What cannot be written cannot be removed either, and nobody reads it: its name begins with a dot.
        }
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
