package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compares the model with the database; fails if a revision is missing. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class CheckMojo extends CommandMojo {
    @Override
    List<String> words() {
        return List.of("check");
    }

    @Override
    String failure(int code, String command) {
        return "The model and the database differ; a draft of the revision that is missing:"
                + "  mvn limbeck:generate -Dlimbeck.message=\"...\"";
    }
}
