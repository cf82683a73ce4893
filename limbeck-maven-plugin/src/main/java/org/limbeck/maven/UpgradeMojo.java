package org.limbeck.maven;

import java.util.List;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Upgrades to a target, {@code head} unless another is given. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class UpgradeMojo extends CommandMojo {
    /** The revision to upgrade to: {@code head}, {@code heads}, an id, {@code +1}, a release. */
    @Parameter(property = "limbeck.target", defaultValue = "head")
    String target = "head";

    @Override
    List<String> words() {
        return List.of("upgrade", target);
    }
}
