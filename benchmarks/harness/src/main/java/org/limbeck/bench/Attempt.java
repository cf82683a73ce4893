package org.limbeck.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One process to be run. */
record Attempt(List<String> command, Map<String, String> environment, Path folder) {
    Attempt {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
