package org.limbeck.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.JdbcUrl;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;

/**
 * The databases of a project as {@code limbeck.toml} and the environment give them. Immutable and thread-safe.
 *
 * <p>What is wrong with the file is found when it is loaded, all at once. What only one database lacks (a variable of
 * the environment, say) is found when that database is asked for.
 */
public final class Project {
    /** The name of the file with the settings. */
    public static final String FILE = "limbeck.toml";

    /** The variable that says which kind of database this environment uses. */
    public static final String DB_TYPE = "DB_TYPE";

    /** The variable by which a build tool hands over the class path of the application, where none is set. */
    public static final String CLASS_PATH = "LIMBECK_CLASS_PATH";

    /** One database of the file. */
    record Entry(DatabaseSettings settings, Map<String, Origin> origins, List<Problem> missing) {}

    private final Path file;
    private final Map<String, Entry> entries;
    private final @Nullable Origin select;
    private final Variables variables;
    private final Kinds kinds;

    Project(Path file, Map<String, Entry> entries, @Nullable Origin select, Variables variables, Kinds kinds) {
        this.file = file;
        this.entries = new LinkedHashMap<>(entries);
        this.select = select;
        this.variables = variables;
        this.kinds = kinds;
    }

    /** Loads a project, knowing the kinds of databases on the class path. */
    public static Project load(Path folder, @Nullable Path configFile, Map<String, String> environment) {
        List<DialectProvider> providers = new ArrayList<>();
        ServiceLoader.load(DialectProvider.class, DialectProvider.class.getClassLoader())
                .forEach(providers::add);
        return load(folder, configFile, environment, providers);
    }

    /**
     * Loads a project.
     *
     * @param folder where {@code limbeck.toml} is
     * @param configFile the file if it has another name or place; relative to the process, not to the folder
     * @param environment variables, which win over those of the file {@code .env} beside the settings
     * @param providers the kinds of databases that are known
     * @throws LimbeckException NO_SETTINGS, or all problems of the file: INVALID_SETTINGS, KIND_MISMATCH
     */
    public static Project load(
            Path folder, @Nullable Path configFile, Map<String, String> environment, List<DialectProvider> providers) {
        Path file = configFile == null ? folder.resolve(FILE) : configFile;
        return new ProjectReader(file, environment, new Kinds(providers)).read();
    }

    /** The file that the settings came from. */
    public Path file() {
        return file;
    }

    /** What relative paths are relative to: the folder of the file. Empty for the current folder. */
    public Path folder() {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** All databases in the order of the file; for lists only, as values may be missing: see {@link #database}. */
    public List<DatabaseSettings> databases() {
        return entries.values().stream().map(Entry::settings).toList();
    }

    /** The kind of a database as far as its settings tell: the declared one or that of its address. */
    public Optional<String> kind(DatabaseSettings settings) {
        String declared = settings.kind();
        return Optional.ofNullable(declared == null ? kinds.kindOf(settings.url()) : declared);
    }

    /**
     * The databases that a command without {@code -n} means: those whose names match {@code select}, or all.
     *
     * @throws LimbeckException UNKNOWN_DATABASE if none matches
     */
    public List<String> selected() {
        List<String> matching =
                entries.keySet().stream().filter(this::isSelected).toList();
        Origin pattern = select;
        if (pattern != null && matching.isEmpty()) {
            throw Problem.of(
                            ErrorCode.UNKNOWN_DATABASE,
                            "No database matches select = \"" + pattern.value() + "\" (" + pattern.place() + ")")
                    .why("There are " + String.join(", ", entries.keySet()))
                    .todo("Correct select or the variables in it, or name a database with -n.")
                    .exception();
        }
        return matching;
    }

    /** Whether a command without {@code -n} means this database. */
    public boolean isSelected(String name) {
        Origin pattern = select;
        return pattern == null || Glob.matches(pattern.value(), name);
    }

    /**
     * The database that a command for one database means.
     *
     * @param name what {@code -n} says; null if it is not given
     * @throws LimbeckException DATABASE_NOT_CHOSEN with the names if several could be meant, and as
     *     {@link #database}
     */
    public DatabaseSettings chosen(@Nullable String name) {
        if (name != null) {
            return database(name);
        }
        List<String> names = selected();
        if (names.size() == 1) {
            return database(names.get(0));
        }
        Problem problem = Problem.of(
                ErrorCode.DATABASE_NOT_CHOSEN, "This project has " + names.size() + " databases; say which one");
        for (String line : listed(names)) {
            problem = problem.why(line);
        }
        throw problem.todo("Or --all for every one of them.").exception();
    }

    /**
     * The settings of a database, whole and agreeing with the environment.
     *
     * @throws LimbeckException UNKNOWN_DATABASE with the nearest name; INVALID_SETTINGS for variables without a
     *     value; KIND_MISMATCH when {@code DB_TYPE} means another kind
     */
    public DatabaseSettings database(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw unknown(name);
        }
        if (!entry.missing.isEmpty()) {
            throw new LimbeckException(entry.missing, null);
        }
        requireType(entry.settings);
        return entry.settings;
    }

    /** The effective settings of a database by key, and where each comes from; secrets are masked. */
    public Map<String, Origin> origins(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw unknown(name);
        }
        return entry.origins;
    }

    /** What limits the databases that a command means, if anything does. */
    public Optional<Origin> select() {
        return Optional.ofNullable(select);
    }

    private LimbeckException unknown(String name) {
        Problem problem = Problem.of(ErrorCode.UNKNOWN_DATABASE, "There is no database '" + name + "' in " + file);
        for (String line : listed(List.copyOf(entries.keySet()))) {
            problem = problem.why(line);
        }
        Optional<String> nearest = Nearest.to(name, entries.keySet());
        return nearest.isPresent()
                ? problem.todo("Did you mean -n " + nearest.get() + "?").exception()
                : problem.exception();
    }

    private List<String> listed(List<String> names) {
        List<DatabaseSettings> meant =
                databases().stream().filter(d -> names.contains(d.name())).toList();
        int nameWidth = meant.stream().mapToInt(d -> d.name().length()).max().orElse(0);
        int kindWidth = meant.stream().mapToInt(d -> title(d).length()).max().orElse(0);
        return meant.stream()
                .map(d -> ("-n " + padded(d.name(), nameWidth) + "   " + padded(title(d), kindWidth) + "   "
                                + d.purpose())
                        .stripTrailing())
                .toList();
    }

    private String title(DatabaseSettings database) {
        return kind(database).map(kinds::title).orElse("");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** A run of one dialect's scripts on another kind of database is never silent. */
    private void requireType(DatabaseSettings settings) {
        String type = variables.get(DB_TYPE);
        DialectProvider meant = type == null ? null : kinds.meant(type);
        String kind = kind(settings).orElse(null);
        if (meant != null && kind != null && !meant.names().contains(kind)) {
            throw Problem.of(
                            ErrorCode.KIND_MISMATCH,
                            "Database '" + settings.name() + "' is of kind " + kind + ", but " + DB_TYPE + " is "
                                    + type)
                    .why("Its url is " + JdbcUrl.masked(settings.url()))
                    .todo("Choose a database of that kind, or set " + DB_TYPE + "=" + kind + " for this command.")
                    .exception();
        }
    }
}
