package org.limbeck.cli.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

import org.limbeck.Limbeck;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.settings.Project;

/** One call of a command: its words and options, and what it works with. Not thread-safe. */
public final class Invocation {
    private final Command command;
    private final ParseResult parsed;
    private final Surroundings surroundings;
    private final Terminal terminal;
    private @Nullable Project project;

    public Invocation(Command command, ParseResult parsed, Surroundings surroundings) {
        this.command = command;
        this.parsed = parsed;
        this.surroundings = surroundings;
        this.terminal = Terminal.of(
                surroundings.out(),
                surroundings.err(),
                surroundings.environment(),
                surroundings.interactive() && !has("--json"),
                has("--no-color"),
                has("--quiet"),
                surroundings.unicode());
    }

    // ---- options and words

    public boolean has(String option) {
        return parsed.hasMatchedOption(option);
    }

    public @Nullable String value(String option) {
        return parsed.matchedOptionValue(option, null);
    }

    public List<String> values(String option) {
        return parsed.matchedOptionValue(option, List.<String>of());
    }

    /** The words that are no options. */
    public List<String> words() {
        return parsed.matchedPositionalValue(0, List.<String>of());
    }

    /** The one word that may be given. */
    public @Nullable String word() {
        if (words().size() > 1) {
            throw wrong("limbeck " + command.name() + " takes one word: " + String.join(" ", words()));
        }
        return words().isEmpty() ? null : words().get(0);
    }

    /** An error in the use of this command. */
    public LimbeckException wrong(String what) {
        return Parser.wrong(command, what);
    }

    public boolean json() {
        return has("--json");
    }

    public boolean verbose() {
        return has("--verbose");
    }

    /** Whether the answers may be about several databases. */
    public boolean several() {
        return has("--all") || values("--name").size() > 1;
    }

    /** The values for scripts. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String text : values("--parameter")) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw wrong("-x takes KEY=VALUE, and not " + text);
            }
            parameters.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return parameters;
    }

    // ---- where and what

    public Terminal terminal() {
        return terminal;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    /** The folder of the project. */
    public Path folder() {
        String folder = value("--project");
        return folder == null
                ? surroundings.folder()
                : surroundings.folder().resolve(folder).normalize();
    }

    /** The settings' file that is asked for; null for the usual one. */
    public @Nullable Path config() {
        String file = value("--config");
        return file == null ? null : surroundings.folder().resolve(file).normalize();
    }

    /** The databases of the settings. */
    public Project project() {
        if (project == null) {
            project = Project.load(folder(), config(), surroundings.environment(), Dialects.providers());
        }
        return project;
    }

    /**
     * The databases that are meant.
     *
     * @throws LimbeckException DATABASE_NOT_CHOSEN, UNKNOWN_DATABASE, WRONG_USE
     */
    public List<DatabaseSettings> chosen() {
        List<String> names = values("--name");
        if (has("--all") && !names.isEmpty()) {
            throw wrong("-n and --all exclude each other");
        }
        if (names.isEmpty() && !has("--all")) {
            return List.of(project().chosen(null));
        }
        List<DatabaseSettings> chosen = new ArrayList<>();
        Collection<String> wanted = names.isEmpty() ? project().selected() : new LinkedHashSet<>(names);
        for (String name : wanted) {
            chosen.add(project().database(name));
        }
        return chosen;
    }

    /** The one database that is meant. */
    public DatabaseSettings one() {
        if (several()) {
            throw wrong("limbeck " + command.name() + " works for one database; say which with -n");
        }
        return chosen().get(0);
    }

    /** How a command for this database is written: with {@code -n} where there are several. */
    public String advice(DatabaseSettings database, String rest) {
        boolean alone = project().databases().size() == 1;
        return "limbeck " + (alone ? "" : "-n " + database.name() + " ") + rest;
    }

    /** The facade of one database. */
    public Limbeck.Configuration configure(DatabaseSettings database) {
        new Installation(folder()).require(database);
        return Limbeck.configure()
                .settings(database)
                .dialects(Dialects.providers())
                .parameters(parameters())
                .cancelled(surroundings.interruption()::requested)
                .classCache(folder().resolve(Installation.FOLDER).resolve("classes"));
    }

    /** A path as a person here would write it. */
    public String shown(Path path) {
        Path here = surroundings.folder().toAbsolutePath().normalize();
        Path absolute = here.resolve(path).normalize();
        return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    /** An error of the file system. */
    public static LimbeckException fileProblem(Path file, IOException e) {
        String why = e.getClass().getSimpleName() + ": " + e.getMessage();
        return Problem.of(ErrorCode.FILE_PROBLEM, "It cannot be read or written: " + file)
                .why(why)
                .exception(e);
    }
}
