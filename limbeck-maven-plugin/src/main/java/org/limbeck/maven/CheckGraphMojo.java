package org.limbeck.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.settings.Project;

/**
 * Checks headers and graph of all histories of the module: of {@code limbeck.toml}, of the configuration, and those in
 * its own classes that have an index. Needs no database. Several heads are a failure unless all are on labelled
 * branches.
 */
@Mojo(
        name = "check-graph",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
final class CheckGraphMojo extends CommandMojo {
    private static final Path INDEXES = Path.of("META-INF", "limbeck");

    /** Whether several heads are a failure, or a warning only. */
    @Parameter(property = "limbeck.failOnSeveralHeads", defaultValue = "true")
    boolean failOnSeveralHeads = true;

    @Override
    List<String> words() {
        return List.of("heads");
    }

    @Override
    public void execute() throws MojoFailureException {
        if (skip) {
            return;
        }
        List<String> failures = new ArrayList<>();
        try (ClassPath classPath = new ClassPath(project.getCompileClasspathElements())) {
            histories().forEach((locations, name) -> check(locations, name, classPath, failures));
        } catch (LimbeckException e) {
            failures.add(e.getMessage());
        } catch (IOException | DependencyResolutionRequiredException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        }
        if (!failures.isEmpty()) {
            throw new MojoFailureException(String.join("\n", failures));
        }
    }

    /** Each once, whatever the number of databases that share it. */
    private Map<List<String>, String> histories() throws IOException {
        Map<List<String>, String> histories = new LinkedHashMap<>();
        if (!scripts.isEmpty()) {
            histories.put(scripts.stream().map(this::absolute).toList(), String.join(", ", scripts));
        } else if (hasSettings()) {
            Path file = config == null ? null : config.toPath();
            Project limbeck = Project.load(basedir(), file, System.getenv(), Dialects.providers());
            for (DatabaseSettings database : limbeck.databases()) {
                histories.putIfAbsent(database.scripts(), database.name());
            }
        }
        for (String folder : indexed()) {
            String location = ScriptLocations.CLASS_PATH + folder;
            histories.putIfAbsent(List.of(location), location);
        }
        return histories;
    }

    private String absolute(String location) {
        return location.startsWith(ScriptLocations.CLASS_PATH)
                ? location
                : basedir().resolve(location).toString();
    }

    private List<String> indexed() throws IOException {
        Path classes = Path.of(project.getBuild().getOutputDirectory()).resolve(INDEXES);
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".index"))
                    .map(name -> name.substring(0, name.length() - ".index".length()))
                    .sorted()
                    .toList();
        }
    }

    private void check(List<String> locations, String name, ClassPath classPath, List<String> failures) {
        RevisionGraph graph;
        try {
            graph = Scripts.read(
                            ScriptLocations.of(locations.toArray(String[]::new)).withLoader(classPath.loader()))
                    .graph();
        } catch (LimbeckException e) {
            failures.add("The history of " + name + " is not whole:\n" + e.getMessage());
            return;
        }
        List<String> heads =
                graph.effectiveHeads().stream().map(RevisionNode::id).toList();
        Set<String> labelled = graph.carriedLabels().keySet();
        if (heads.size() > 1 && !labelled.containsAll(heads)) {
            severalHeads(name, heads, failures);
        }
        getLog().info("History of " + name + ": " + graph.size() + " revisions, head " + String.join(", ", heads));
    }

    private void severalHeads(String name, List<String> heads, List<String> failures) {
        String text = "The history of " + name + " has " + heads.size() + " heads: " + String.join(", ", heads)
                + "\n  -> limbeck merge heads -m \"...\"";
        if (failOnSeveralHeads) {
            failures.add(text);
        } else {
            getLog().warn(text);
        }
    }
}
