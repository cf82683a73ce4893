package org.limbeck.settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

import org.limbeck.compare.ObjectKind;
import org.limbeck.config.AtStart;
import org.limbeck.config.ChecksumPolicy;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.DatabaseSettings.Exclusion;
import org.limbeck.config.JdbcUrl;
import org.limbeck.config.Secret;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptFolder;
import org.limbeck.load.ScriptLocations;
import org.limbeck.settings.toml.TomlTable;
import org.limbeck.settings.toml.TomlValue;

/** Turns the keys of one database into settings. */
final class DatabaseReader {
    private static final int MOST_RETRIES = 1000;

    private final String name;
    private final Layers layers;
    private final Kinds kinds;
    private final Path folder;
    private final Findings findings;

    DatabaseReader(String name, Layers layers, Kinds kinds, Path folder, Findings findings) {
        this.name = name;
        this.layers = layers;
        this.kinds = kinds;
        this.folder = folder;
        this.findings = findings;
    }

    DatabaseSettings read() {
        String url = url();
        DatabaseSettings.Builder settings = new DatabaseSettings.Builder(name, url)
                .kind(kind(url))
                .purpose(orDefault(Key.PURPOSE, ""))
                .login(layers.text(Key.USER), password())
                .scripts(scripts())
                .model(layers.text(Key.MODEL))
                .excluded(excluded())
                .excludedKinds(excludedKinds())
                .excludedForeignKeys(layers.texts(Key.EXCLUDE_FOREIGN_KEYS))
                .releases(releases())
                .journal(journal())
                .lockTimeout(lockTimeout())
                .connectRetries(connectRetries())
                .oneTransaction(choice(Key.TRANSACTIONS, "revision", "all").equals("all"))
                .checksums(ChecksumPolicy.valueOf(upper(choice(Key.CHECKSUMS, "fail", "warn"))))
                .messagePattern(messagePattern());
        return settings.fileName(orDefault(Key.FILE_NAME, DatabaseSettings.FILE_NAME))
                .classPath(classPath())
                .afterWrite(afterWrite())
                .atStart(atStart())
                .build();
    }

    private String orDefault(Key key, String otherwise) {
        String text = layers.text(key);
        if (text == null && !otherwise.isEmpty()) {
            layers.note(key, otherwise);
        }
        return text == null ? otherwise : text;
    }

    private String url() {
        String url = layers.text(Key.URL);
        if (url == null && hasEnvironment()) {
            layers.note(Key.URL, "(by " + ScriptFolder.ENVIRONMENT + ")");
            return "";
        }
        if (url == null) {
            requireValue(Key.URL, "url = \"jdbc:sqlite:data/" + name + ".db\"");
            return "";
        }
        if (layers.isComplete() && !url.startsWith("jdbc:")) {
            findings.add(
                    layers.at(Key.URL),
                    "The url of database '" + name + "' does not begin with jdbc:",
                    "Write a JDBC address, such as jdbc:postgresql://localhost/shop");
        }
        DialectProvider provider = kinds.of(url);
        return provider == null ? url : provider.within(folder, url);
    }

    /** Whether a hook script beside the migrations can give what the settings do not. */
    private boolean hasEnvironment() {
        return layers.texts(Key.SCRIPTS).stream()
                .anyMatch(location ->
                        Files.isRegularFile(folder.resolve(location).normalize().resolve(ScriptFolder.ENVIRONMENT)));
    }

    private void requireValue(Key key, String example) {
        if (layers.value(key) == null) {
            findings.add(layers.at(key), "Database '" + name + "' has no " + key.text(), "Add a line:  " + example);
        }
    }

    private @Nullable String kind(String url) {
        String kind = layers.text(Key.KIND);
        if (kind == null) {
            String meant = kinds.kindOf(url);
            layers.note(Key.KIND, meant == null ? "(by the server)" : meant);
            return null;
        }
        if (!layers.isComplete()) {
            return kind;
        }
        DialectProvider provider = kinds.named(kind);
        if (provider == null) {
            findings.addUnknown(
                    layers.at(Key.KIND), "There is no kind of database '" + kind + "'", kind, kinds.names());
        } else if (url.startsWith("jdbc:") && !url.contains("${") && !provider.accepts(url)) {
            findings.add(Problem.of(
                            ErrorCode.KIND_MISMATCH,
                            "Database '" + name + "' is declared as " + kind + ", but its url is "
                                    + JdbcUrl.masked(url))
                    .at(findings.place(layers.at(Key.KIND)))
                    .todo("Make kind and url agree."));
        }
        return kind;
    }

    private @Nullable Secret password() {
        String password = layers.text(Key.PASSWORD);
        return password == null ? null : Secret.of(password);
    }

    private List<String> scripts() {
        List<String> scripts = layers.texts(Key.SCRIPTS);
        if (scripts.isEmpty()) {
            TomlValue value = layers.value(Key.SCRIPTS);
            if (value == null
                    || value instanceof TomlValue.Items items && items.values().isEmpty()) {
                findings.add(
                        layers.at(Key.SCRIPTS),
                        "Database '" + name + "' has no scripts",
                        "Add a line:  scripts = \"migrations\"");
            }
        }
        return scripts.stream()
                .map(location -> location.startsWith(ScriptLocations.CLASS_PATH)
                        ? location
                        : folder.resolve(location).normalize().toString())
                .toList();
    }

    private List<Exclusion> excluded() {
        TomlValue value = layers.value(Key.EXCLUDE);
        if (value == null) {
            return List.of();
        }
        List<TomlValue> items = value instanceof TomlValue.Items list ? list.values() : List.of(value);
        List<Exclusion> exclusions = new ArrayList<>();
        for (TomlValue item : items) {
            Exclusion exclusion = exclusion(item);
            if (exclusion != null) {
                exclusions.add(exclusion);
            }
        }
        layers.note(
                Key.EXCLUDE,
                value,
                String.join(", ", exclusions.stream().map(Exclusion::table).toList()));
        return exclusions;
    }

    private @Nullable Exclusion exclusion(TomlValue item) {
        if (item instanceof TomlValue.Text text) {
            return new Exclusion(layers.part(Key.EXCLUDE, text), "");
        }
        if (!(item instanceof TomlTable table)) {
            layers.wrongType(Key.EXCLUDE, item, "a table name or { table = \"...\", owner = \"...\" }");
            return null;
        }
        Map<String, String> parts = texts(Key.EXCLUDE, table);
        for (String key : parts.keySet()) {
            if (!List.of("table", "owner").contains(key)) {
                findings.addUnknown(
                        table.keyAt(key), "'exclude' knows no '" + key + "'", key, List.of("table", "owner"));
            }
        }
        String excluded = parts.get("table");
        if (excluded == null) {
            findings.add(item.at(), "An exclusion names no table", "Write { table = \"...\", owner = \"...\" }");
            return null;
        }
        return new Exclusion(excluded, parts.getOrDefault("owner", ""));
    }

    private Map<String, String> releases() {
        TomlValue value = layers.value(Key.RELEASES);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof TomlTable table)) {
            layers.wrongType(Key.RELEASES, value, "a table { \"v1.0\" = \"revision\" }");
            return Map.of();
        }
        Map<String, String> releases = texts(Key.RELEASES, table);
        layers.note(Key.RELEASES, value, String.join(", ", releases.keySet()));
        return releases;
    }

    private Map<String, String> texts(Key key, TomlTable table) {
        Map<String, String> texts = new LinkedHashMap<>();
        table.values().forEach((part, value) -> {
            if (value instanceof TomlValue.Text text) {
                texts.put(part, layers.part(key, text));
            } else {
                layers.wrongType(key, value, "a text in quotes");
            }
        });
        return texts;
    }

    /** As it is set, else as a build tool hands it over. */
    private List<String> classPath() {
        List<String> entries = layers.texts(Key.CLASS_PATH);
        String handed = layers.variable(Project.CLASS_PATH);
        if (!entries.isEmpty() || handed == null || handed.isBlank()) {
            return entries;
        }
        layers.note(Key.CLASS_PATH, handed, Project.CLASS_PATH);
        return List.of(handed.split(Pattern.quote(File.pathSeparator)));
    }

    private String journal() {
        String journal = orDefault(Key.JOURNAL, DatabaseSettings.JOURNAL);
        if (layers.isComplete() && !isPrefix(journal)) {
            findings.add(
                    layers.at(Key.JOURNAL),
                    "The journal '" + journal + "' is no prefix of table names",
                    "Use letters, digits and _, with a schema before a dot if you like: \"app.limbeck\"");
        }
        return journal;
    }

    private static boolean isPrefix(String text) {
        int dots = 0;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (c == '.') {
                dots++;
            }
            if (begins ? !letter : !letter && c != '.' && (c < '0' || c > '9')) {
                return false;
            }
            begins = c == '.';
        }
        return !begins && dots < 2;
    }

    private Duration lockTimeout() {
        return duration(Key.LOCK_TIMEOUT, DatabaseSettings.LOCK_TIMEOUT);
    }

    private Duration duration(Key key, Duration otherwise) {
        String text = orDefault(key, Durations.text(otherwise));
        Duration length = Durations.parse(text);
        if (length == null && layers.isComplete()) {
            findings.add(
                    layers.at(key),
                    "The " + key.text() + " \"" + text + "\" is no length of time",
                    "Write a number and a unit (ms, s, m or h), such as \"30s\"");
        }
        return length == null ? otherwise : length;
    }

    private AtStart atStart() {
        return new AtStart(
                AtStart.Policy.valueOf(upper(choice(Key.AT_START, "migrate", "check", "warn", "off"))),
                AtStart.Ahead.valueOf(upper(choice(Key.WHEN_AHEAD, "refuse", "warn"))),
                duration(Key.START_WAIT, AtStart.USUAL.patience()));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private int connectRetries() {
        TomlValue value = layers.value(Key.CONNECT_RETRIES);
        if (value instanceof TomlValue.Whole whole) {
            layers.note(Key.CONNECT_RETRIES, value, Long.toString(whole.value()));
            return retries(Long.toString(whole.value()));
        }
        if (value != null && !(value instanceof TomlValue.Text)) {
            layers.wrongType(Key.CONNECT_RETRIES, value, "a whole number");
            return 0;
        }
        return retries(orDefault(Key.CONNECT_RETRIES, "0"));
    }

    private int retries(String text) {
        boolean digits = !text.isEmpty() && text.length() < 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        if (number >= 0 && number <= MOST_RETRIES) {
            return number;
        }
        if (layers.isComplete()) {
            findings.add(
                    layers.at(Key.CONNECT_RETRIES),
                    "'connect-retries' is \"" + text + "\"",
                    "Write a number from 0 to " + MOST_RETRIES + ".");
        }
        return 0;
    }

    /** One of a few words; the first is the default. */
    private String choice(Key key, String... words) {
        List<String> known = List.of(words);
        String text = orDefault(key, words[0]);
        if (known.contains(text)) {
            return text;
        }
        if (layers.isComplete()) {
            findings.addUnknown(layers.at(key), "'" + key.text() + "' is \"" + text + "\"", text, known);
        }
        return words[0];
    }

    private List<String> excludedKinds() {
        List<String> kinds = layers.texts(Key.EXCLUDE_KINDS);
        List<String> known =
                Arrays.stream(ObjectKind.values()).map(ObjectKind::word).toList();
        for (String kind : kinds) {
            if (layers.isComplete() && !known.contains(kind)) {
                findings.addUnknown(
                        layers.at(Key.EXCLUDE_KINDS), "There is no kind of things '" + kind + "'", kind, known);
            }
        }
        return kinds;
    }

    private List<String> afterWrite() {
        List<String> command = layers.texts(Key.AFTER_WRITE);
        if (!command.isEmpty() && layers.isComplete() && command.stream().noneMatch(part -> part.contains("{file}"))) {
            findings.add(
                    layers.at(Key.AFTER_WRITE),
                    "The command of after-write names no {file}",
                    "Write the program and its arguments one by one: [\"google-java-format\", \"-i\", \"{file}\"]");
        }
        return command;
    }

    private @Nullable String messagePattern() {
        String pattern = layers.text(Key.MESSAGE_PATTERN);
        if (pattern != null && layers.isComplete()) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                findings.add(
                        layers.at(Key.MESSAGE_PATTERN),
                        "The message-pattern is no regular expression: " + e.getDescription(),
                        "Write one as Java knows them, such as \"(feat|fix): .+\"");
            }
        }
        return pattern;
    }
}
