package org.limbeck.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.env.EnvException;
import org.limbeck.env.EnvFile;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.settings.toml.Position;
import org.limbeck.settings.toml.TomlDocument;
import org.limbeck.settings.toml.TomlError;
import org.limbeck.settings.toml.TomlTable;
import org.limbeck.settings.toml.TomlValue;

/** Reads one file of settings. */
final class ProjectReader {
    private static final Position START = new Position(1, 1);
    private static final String DEFAULTS = "defaults";
    private static final String DATABASE = "database";

    private final Path file;
    private final Map<String, String> environment;
    private final Kinds kinds;
    private final Findings findings;

    ProjectReader(Path file, Map<String, String> environment, Kinds kinds) {
        this.file = shortest(file);
        this.environment = environment;
        this.kinds = kinds;
        this.findings = new Findings(this.file.toString());
    }

    /** As a person in the current folder would write it; so all that is relative to it is short, too. */
    private static Path shortest(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    Project read() {
        TomlDocument document = TomlDocument.parse(text());
        for (TomlError error : document.errors()) {
            findings.add(Problem.of(ErrorCode.INVALID_SETTINGS, error.what()).at(findings.place(error.at())));
        }
        Variables variables = new Variables(environment, envFile());
        TomlTable defaults = table(document.root(), DEFAULTS);
        requireKnown(document.root(), List.of(DEFAULTS, DATABASE), "table");
        requireKnown(defaults, keys(true), "key of [defaults]");
        Map<String, Project.Entry> entries = entries(document.root(), defaults, variables);
        Origin select = select(defaults, variables);
        findings.report();
        return new Project(file, entries, select, variables, kinds);
    }

    private String text() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw Problem.of(ErrorCode.NO_SETTINGS, "There is no file " + file)
                    .todo("Make a project with  limbeck init NAME , or name its folder with --project FOLDER")
                    .exception();
        } catch (CharacterCodingException e) {
            throw Problem.of(ErrorCode.INVALID_SETTINGS, "The file is not UTF-8")
                    .at(Place.of(file.toString()))
                    .todo("Save it as UTF-8.")
                    .exception();
        } catch (IOException e) {
            throw Problem.of(ErrorCode.NO_SETTINGS, file + " cannot be read")
                    .why(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .todo("Look at the kind and the rights of the file.")
                    .exception(e);
        }
    }

    private Map<String, String> envFile() {
        Path env = file.resolveSibling(".env");
        if (!Files.exists(env)) {
            return Map.of();
        }
        try {
            return EnvFile.read(env);
        } catch (EnvException e) {
            findings.add(Problem.of(ErrorCode.INVALID_SETTINGS, "The variables of .env cannot be read")
                    .why(String.valueOf(e.getMessage()))
                    .todo(e.advice()));
            return Map.of();
        }
    }

    private TomlTable table(TomlTable parent, String key) {
        TomlValue value = parent.get(key);
        if (value instanceof TomlTable table) {
            return table;
        }
        if (value != null) {
            findings.add(value.at(), "'" + key + "' is " + value.kind() + ", not a table", "Write [" + key + "].");
        }
        return TomlTable.EMPTY;
    }

    private static List<String> keys(boolean defaults) {
        List<String> keys = new ArrayList<>(Key.names());
        if (defaults) {
            keys.add(Key.SELECT);
        }
        return keys;
    }

    private void requireKnown(TomlTable table, List<String> known, String what) {
        for (String key : table.keys()) {
            if (!known.contains(key)) {
                findings.addUnknown(table.keyAt(key), "There is no " + what + " '" + key + "'", key, known);
            }
        }
    }

    private Map<String, Project.Entry> entries(TomlTable root, TomlTable defaults, Variables variables) {
        TomlTable databases = table(root, DATABASE);
        Map<String, Project.Entry> entries = new LinkedHashMap<>();
        Map<String, String> alike = new HashMap<>();
        databases.values().forEach((name, value) -> {
            requireName(databases.keyAt(name), name, alike.put(name.toLowerCase(Locale.ROOT), name));
            if (value instanceof TomlTable table) {
                entries.put(name, entry(name, table, defaults, variables));
            } else {
                findings.add(
                        databases.keyAt(name),
                        "'database." + name + "' is " + value.kind() + ", not a table",
                        "Write [database.NAME] and the keys below it.");
            }
        });
        if (entries.isEmpty() && findings.isEmpty()) {
            findings.add(START, "The file names no database", "Add a table [database.NAME] with url and scripts.");
        }
        return entries;
    }

    private void requireName(Position at, String name, @Nullable String alike) {
        if (alike != null) {
            findings.add(
                    at,
                    "The databases '" + alike + "' and '" + name + "' differ by upper and lower case only",
                    "Give one of them another name.");
        }
        boolean sound = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.".indexOf(c) >= 0);
        if (!sound || name.isEmpty() || name.startsWith("-")) {
            findings.add(at, "'" + name + "' is no name for a database", "Use letters, digits, _ - and . only.");
        }
    }

    private Project.Entry entry(String name, TomlTable table, TomlTable defaults, Variables variables) {
        requireKnown(table, keys(false), "key of [database." + name + "]");
        Layers layers = new Layers(table, defaults, variables, findings, String.valueOf(file.getFileName()));
        DatabaseSettings settings = new DatabaseReader(name, layers, kinds, folder(), findings).read();
        return new Project.Entry(settings, layers.origins(), layers.missing());
    }

    private Path folder() {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private @Nullable Origin select(TomlTable defaults, Variables variables) {
        TomlValue value = defaults.get(Key.SELECT);
        if (value == null) {
            return null;
        }
        if (!(value instanceof TomlValue.Text text)) {
            findings.add(
                    value.at(), "'select' is " + value.kind() + ", not a text in quotes", "Write a pattern of names.");
            return null;
        }
        Variables.Expanded expanded = variables.expand(text.value());
        if (!expanded.missing().isEmpty() || expanded.malformed() != null) {
            findings.add(
                    text.at(),
                    "The variable in select = \"" + text.value() + "\" has no value",
                    "Set it, or give a default: ${NAME:-...}");
        }
        StringBuilder place = new StringBuilder()
                .append(file.getFileName())
                .append(':')
                .append(text.at().line());
        expanded.used().forEach(used -> place.append(", ").append(used));
        return new Origin(expanded.text(), place.toString());
    }
}
