package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says which revision the database has. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CurrentMojo extends CommandMojo {
    @Override
    List<String> words() {
        return List.of("current");
    }
}
