package org.limbeck.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.DialectProvider;
import org.limbeck.dialects.Dialects;
import org.limbeck.load.ScriptLocations;

/**
 * One database that is configured in the POM instead of in {@code limbeck.toml}. It becomes a file of settings in the
 * build's folder; the address and the login go into the environment of the command, never into a file.
 *
 * @param basedir that relative names start from
 */
record InlineSettings(
        Path basedir,
        String name,
        String url,
        @Nullable String user,
        @Nullable String password,
        List<String> scripts,
        @Nullable String model) {
    private static final List<String> FILES = List.of("snapshot:", "sql:");
    private static final String URL = "LIMBECK_MAVEN_URL";
    private static final String USER = "LIMBECK_MAVEN_USER";
    private static final String PASSWORD = "LIMBECK_MAVEN_PASSWORD";

    /** Writes the settings. */
    void write(Path file) throws IOException {
        StringBuilder toml = new StringBuilder("# Written by limbeck-maven-plugin from its configuration.\n");
        toml.append("[database.").append(quoted(name)).append("]\n");
        toml.append("url = \"${").append(URL).append("}\"\n");
        if (user != null) {
            toml.append("user = \"${").append(USER).append("}\"\n");
        }
        if (password != null) {
            toml.append("password = \"${").append(PASSWORD).append("}\"\n");
        }
        toml.append("scripts = [")
                .append(scripts.stream().map(this::location).collect(Collectors.joining(", ")))
                .append("]\n");
        if (model != null) {
            toml.append("model = ").append(quoted(located(model))).append('\n');
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, toml);
    }

    /** What the file refers to. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(URL, absoluteUrl());
        if (user != null) {
            environment.put(USER, user);
        }
        if (password != null) {
            environment.put(PASSWORD, password);
        }
        return environment;
    }

    private String absoluteUrl() {
        for (DialectProvider provider : Dialects.providers()) {
            if (provider.accepts(url)) {
                return provider.within(basedir, url);
            }
        }
        return url;
    }

    private String location(String script) {
        return quoted(
                script.startsWith(ScriptLocations.CLASS_PATH)
                        ? script
                        : basedir.resolve(script).normalize().toString());
    }

    /** The file of a model is beside the POM, and not beside the settings written here. */
    private String located(String address) {
        for (String scheme : FILES) {
            if (address.startsWith(scheme)) {
                return scheme
                        + basedir.resolve(address.substring(scheme.length())).normalize();
            }
        }
        return address;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
