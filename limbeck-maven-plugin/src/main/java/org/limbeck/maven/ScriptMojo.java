package org.limbeck.maven;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes an SQL script that does what an upgrade (or a downgrade) would do; needs no database. */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class ScriptMojo extends CommandMojo {
    /** The revisions: a target, or {@code from:to}. */
    @Parameter(property = "limbeck.target", defaultValue = "head")
    String target = "head";

    /** Whether it is the way down; the target is {@code from:to} then. */
    @Parameter(property = "limbeck.down", defaultValue = "false")
    boolean down;

    /** The file to write. */
    @Parameter(property = "limbeck.output", defaultValue = "${project.build.directory}/limbeck/script.sql")
    @Nullable
    File output;

    @Override
    List<String> words() {
        return List.of(down ? "downgrade" : "upgrade", target, "--sql");
    }

    @Override
    PrintStream out() throws IOException {
        Path file = file();
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    }

    @Override
    public void execute() throws MojoFailureException {
        super.execute();
        getLog().info("Wrote " + file());
    }

    private Path file() {
        return output == null ? basedir().resolve("script.sql") : output.toPath();
    }
}
