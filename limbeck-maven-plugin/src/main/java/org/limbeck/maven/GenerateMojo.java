package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Drafts the revisions that the models of all (or the named) databases need; all or none. */
@Mojo(name = "generate", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class GenerateMojo extends CommandMojo {
    /** What the revisions do. */
    @Parameter(property = "limbeck.message", required = true)
    String message = "";

    /** Whether to write SQL scripts and not Java ones. */
    @Parameter(property = "limbeck.sql", defaultValue = "false")
    boolean sql;

    @Override
    List<String> words() {
        return sql ? List.of("generate", "-m", message, "--sql") : List.of("generate", "-m", message);
    }
}
