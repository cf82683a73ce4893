package org.limbeck.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.limbeck.dialects.Dialects;

/** A folder of a project under test. */
record Folder(Path path) {

    Folder toml(String text) throws IOException {
        Files.writeString(path.resolve(Project.FILE), text);
        return this;
    }

    Folder env(String text) throws IOException {
        Files.writeString(path.resolve(".env"), text);
        return this;
    }

    Project load(Map<String, String> environment) {
        return Project.load(path, null, environment, Dialects.providers());
    }

    Project load() {
        return load(Map.of());
    }
}
