package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Records a revision as applied without running it. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class StampMojo extends CommandMojo {
    /** The revision, a release or {@code base}. */
    @Parameter(property = "limbeck.target", required = true)
    String target = "";

    @Override
    List<String> words() {
        return List.of("stamp", target);
    }
}
