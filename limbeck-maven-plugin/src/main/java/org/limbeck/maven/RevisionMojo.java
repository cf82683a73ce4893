package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes a new script on top of the head. */
@Mojo(name = "revision", threadSafe = true)
final class RevisionMojo extends CommandMojo {
    /** What the revision does. */
    @Parameter(property = "limbeck.message", required = true)
    String message = "";

    /** Whether it is an SQL script and not a Java one. */
    @Parameter(property = "limbeck.sql", defaultValue = "false")
    boolean sql;

    @Override
    List<String> words() {
        return sql ? List.of("revision", "-m", message, "--sql") : List.of("revision", "-m", message);
    }
}
