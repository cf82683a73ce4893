package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the database with its history; fails if somebody changed it beside. */
@Mojo(name = "drift", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
final class DriftMojo extends CommandMojo {
    @Override
    List<String> words() {
        return List.of("drift");
    }
}
