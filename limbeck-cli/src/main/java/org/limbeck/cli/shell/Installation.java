package org.limbeck.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.json.Json;

/** What an installation remembers in {@code .limbeck/state.json}: the kind of each database at its first use. */
public final class Installation {
    /** The folder in a project that is for Limbeck alone. */
    public static final String FOLDER = ".limbeck";

    private static final String KINDS = "kinds";

    private final Path file;

    public Installation(Path project) {
        this.file = project.resolve(FOLDER).resolve("state.json");
    }

    /** @throws LimbeckException KIND_CHANGED if the settings mean another kind than at the first use */
    public void require(DatabaseSettings database) {
        String first = kinds().get(database.name());
        if (first == null) {
            return;
        }
        for (DialectProvider provider : Dialects.providers()) {
            if (provider.names().contains(first) && provider.accepts(database.url())) {
                return;
            }
        }
        throw Problem.of(
                        ErrorCode.KIND_CHANGED,
                        "Database '" + database.name() + "' was " + first + " at its first use here, and is "
                                + Kinds.name(database) + " now")
                .at(file.toString(), 0)
                .why("A history stays on its kind of database; its scripts may mean something else on another.")
                .todo("Correct url and kind in limbeck.toml, or the variables that they are read from.")
                .todo("If the data was moved on purpose, take the name out of the file above.")
                .exception();
    }

    /** Remembers the kind of a database, once. Not being able to is no failure of the command. */
    public void remember(String database, String kind) {
        Map<String, String> kinds = kinds();
        if (kinds.containsKey(database)) {
            return;
        }
        kinds.put(database, kind);
        Map<String, @Nullable Object> content = content();
        content.put(KINDS, kinds);
        try {
            Files.createDirectories(file.getParent());
            Path half = file.resolveSibling("state.json.new");
            Files.writeString(half, Json.write(content) + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // A read-only installation remembers nothing; the journal holds the kind, too.
        }
    }

    private Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        if (content().get(KINDS) instanceof Map<?, ?> read) {
            read.forEach((name, kind) -> kinds.put(String.valueOf(name), String.valueOf(kind)));
        }
        return kinds;
    }

    private Map<String, @Nullable Object> content() {
        if (!file.toFile().exists()) {
            return new LinkedHashMap<>();
        }
        try {
            return Json.readObject(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Invocation.fileProblem(file, e);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "It is damaged: " + file)
                    .why(String.valueOf(e.getMessage()))
                    .todo("Remove it; it is written anew.")
                    .exception(e);
        }
    }
}
