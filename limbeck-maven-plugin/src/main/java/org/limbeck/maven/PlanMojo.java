package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Says what an upgrade would run. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class PlanMojo extends CommandMojo {
    /** The revision to plan for. */
    @Parameter(property = "limbeck.target", defaultValue = "head")
    String target = "head";

    @Override
    List<String> words() {
        return List.of("plan", target);
    }
}
