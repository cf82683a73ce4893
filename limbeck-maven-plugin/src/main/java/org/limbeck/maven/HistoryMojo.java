package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Draws the history of the scripts. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class HistoryMojo extends CommandMojo {
    /** Only these revisions: {@code from:to}. */
    @Parameter(property = "limbeck.range")
    @Nullable
    String range;

    @Override
    List<String> words() {
        return range == null ? List.of("history") : List.of("history", "-r", range);
    }
}
