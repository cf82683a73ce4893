package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the database with its history; fails if somebody changed it beside. */
@Mojo(name = "drift", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class DriftMojo extends CommandMojo {
    @Override
    List<String> words() {
        return List.of("drift");
    }

    @Override
    String failure(int code, String command) {
        return "The database is not as its history makes it";
    }
}
