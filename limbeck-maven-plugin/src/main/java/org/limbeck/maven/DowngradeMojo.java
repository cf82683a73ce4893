package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Downgrades to a target; refuses to lose rows. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class DowngradeMojo extends CommandMojo {
    /** The revision to downgrade to: {@code -1}, an id, {@code base}, a release. */
    @Parameter(property = "limbeck.target", required = true)
    String target = "";

    @Override
    List<String> words() {
        return List.of("downgrade", target);
    }
}
