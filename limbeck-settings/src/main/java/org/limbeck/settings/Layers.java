package org.limbeck.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.JdbcUrl;
import org.limbeck.env.Secrets;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.settings.toml.Position;
import org.limbeck.settings.toml.TomlTable;
import org.limbeck.settings.toml.TomlValue;

/** The values of one database's keys: its own table, then [defaults]; with variables put in, and origins kept. */
final class Layers {
    private final TomlTable own;
    private final TomlTable defaults;
    private final Variables variables;
    private final Findings findings;
    private final String file;
    private final EnumMap<Key, Origin> origins = new EnumMap<>(Key.class);
    private final List<Problem> missing = new ArrayList<>();
    private boolean complete = true;

    Layers(TomlTable own, TomlTable defaults, Variables variables, Findings findings, String file) {
        this.own = own;
        this.defaults = defaults;
        this.variables = variables;
        this.findings = findings;
        this.file = file;
    }

    Position at(Key key) {
        TomlValue value = value(key);
        return value == null ? own.at() : value.at();
    }

    @Nullable
    TomlValue value(Key key) {
        TomlValue value = own.get(key.text());
        return value == null ? defaults.get(key.text()) : value;
    }

    /** What is without a value because a variable is; the database cannot be used then, but others can. */
    List<Problem> missing() {
        return missing;
    }

    /** Whether the text last given holds all its variables, so that it can be judged. */
    boolean isComplete() {
        return complete;
    }

    Map<String, Origin> origins() {
        Map<String, Origin> named = new LinkedHashMap<>();
        origins.forEach((key, origin) -> named.put(key.text(), origin));
        return named;
    }

    /** Notes a default. */
    void note(Key key, String value) {
        origins.putIfAbsent(key, new Origin(value, Origin.DEFAULT));
    }

    /** Notes a value from elsewhere. */
    void note(Key key, String value, String place) {
        origins.put(key, new Origin(value, place));
    }

    /** The value of a variable, or null. */
    @Nullable
    String variable(String name) {
        return variables.get(name);
    }

    /** A text, or null if the key is not given. */
    @Nullable
    String text(Key key) {
        TomlValue value = value(key);
        if (value == null) {
            return null;
        }
        if (value instanceof TomlValue.Text text) {
            return expanded(key, text);
        }
        wrongType(key, value, "a text in quotes");
        return null;
    }

    /** One text or a list of texts; empty if the key is not given. */
    List<String> texts(Key key) {
        TomlValue value = value(key);
        if (!(value instanceof TomlValue.Items items)) {
            String one = text(key);
            return one == null ? List.of() : List.of(one);
        }
        List<String> texts = new ArrayList<>();
        for (TomlValue item : items.values()) {
            if (item instanceof TomlValue.Text text) {
                texts.add(expanded(key, text));
            } else {
                wrongType(key, item, "a text in quotes");
            }
        }
        return texts;
    }

    void wrongType(Key key, TomlValue value, String wanted) {
        findings.add(
                value.at(), "'" + key.text() + "' is " + value.kind() + ", not " + wanted, "Write " + wanted + ".");
    }

    /** The text with its variables; the origin of the key is noted. */
    private String expanded(Key key, TomlValue.Text text) {
        Variables.Expanded expanded = expand(key, text);
        StringBuilder place =
                new StringBuilder(file).append(':').append(text.at().line());
        for (String used : expanded.used()) {
            place.append(", ").append(used);
        }
        String shown = shown(key, expanded);
        Origin first = origins.get(key);
        origins.put(
                key,
                first == null
                        ? new Origin(shown, place.toString())
                        : new Origin(first.value() + ", " + shown, first.place()));
        return expanded.text();
    }

    /** The text of a part of a table or list with its variables. */
    String part(Key key, TomlValue.Text text) {
        return expand(key, text).text();
    }

    private Variables.Expanded expand(Key key, TomlValue.Text text) {
        Variables.Expanded expanded = variables.expand(text.value());
        String malformed = expanded.malformed();
        complete = expanded.missing().isEmpty() && malformed == null;
        if (malformed != null) {
            findings.add(
                    text.at(),
                    malformed + " is no variable",
                    "Write ${NAME} or ${NAME:-default}; $${ stands for ${ itself.");
        }
        for (String name : expanded.missing()) {
            missing.add(Problem.of(
                            ErrorCode.INVALID_SETTINGS,
                            "The variable " + name + " of '" + key.text() + "' has no value")
                    .at(findings.place(text.at()))
                    .todo("Set " + name + " in the environment or in .env, or give a default: ${" + name + ":-...}"));
        }
        return expanded;
    }

    /** Notes a value that is no text. */
    void note(Key key, TomlValue value, String shown) {
        origins.put(key, new Origin(shown, file + ":" + value.at().line()));
    }

    private static String shown(Key key, Variables.Expanded expanded) {
        if (key == Key.PASSWORD) {
            return Secrets.MASK;
        }
        if (key != Key.URL) {
            return expanded.isSecret() ? Secrets.MASK : expanded.text();
        }
        String masked = JdbcUrl.masked(expanded.text());
        return expanded.isSecret() && masked.equals(expanded.text()) ? Secrets.MASK : masked;
    }
}
