package org.limbeck.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * The class path of an application. Entries are folders of classes, jars, {@code lib/*.jar} for all jars of a folder, and
 * folders of sources, which are compiled when they are newer than the classes.
 *
 * @param path folders of classes and jars, in order
 */
public record ProjectClasses(List<Path> path) {
    private static final String ALL_JARS = "*.jar";

    public ProjectClasses {
        path = List.copyOf(path);
    }

    /**
     * Finds the classes.
     *
     * @param folder the folder of the settings, to which entries are relative
     * @param entries as configured; empty for what Maven says, if there is a {@code pom.xml}
     * @param wanted names of packages or classes that are needed; sources of others are compiled only as far as these
     *     need them
     * @throws org.limbeck.error.LimbeckException NO_CLASS_PATH if an entry is not there, there are neither entries nor a
     *     pom, or Maven fails; SOURCES_DO_NOT_COMPILE
     */
    public static ProjectClasses of(Path folder, List<String> entries, List<String> wanted) {
        List<Path> classes = new ArrayList<>();
        List<Path> sources = new ArrayList<>();
        if (entries.isEmpty()) {
            MavenProject maven = MavenProject.in(folder).orElseThrow(ProjectClasses::none);
            sources.addAll(maven.sources());
            classes.add(maven.classes());
            classes.addAll(maven.dependencies());
        }
        for (String entry : entries) {
            resolve(folder, entry, classes, sources);
        }
        List<Path> path = new ArrayList<>(new FreshSources(folder, sources, classes).compiled(wanted));
        path.addAll(classes);
        return new ProjectClasses(path);
    }

    private static RuntimeException none() {
        return Problem.of(ErrorCode.NO_CLASS_PATH, "The classes of the application are not known")
                .why("There is no class-path in the settings, and no pom.xml beside limbeck.toml.")
                .todo("Say where they are:  class-path = [\"target/classes\", \"lib/*.jar\"]")
                .exception();
    }

    private static void resolve(Path folder, String entry, List<Path> classes, List<Path> sources) {
        if (entry.endsWith(ALL_JARS)) {
            Path jars = folder.resolve(entry.substring(0, entry.length() - ALL_JARS.length()));
            List<Path> found = jars(jars);
            if (found.isEmpty()) {
                throw missing(entry, jars);
            }
            classes.addAll(found);
            return;
        }
        Path place = folder.resolve(entry).normalize();
        if (!Files.exists(place)) {
            throw missing(entry, place);
        }
        (holdsSources(place) ? sources : classes).add(place);
    }

    private static List<Path> jars(Path folder) {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, ALL_JARS)) {
                found.forEach(jars::add);
            } catch (IOException e) {
                return List.of();
            }
        }
        jars.sort(null);
        return jars;
    }

    private static RuntimeException missing(String entry, Path place) {
        return Problem.of(ErrorCode.NO_CLASS_PATH, "There is nothing at the class path's entry '" + entry + "'")
                .why("Looked at " + place)
                .todo("Build the application, or correct class-path in limbeck.toml.")
                .exception();
    }

    private static boolean holdsSources(Path place) {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.map(Path::toString)
                    .filter(f -> f.endsWith(".java") || f.endsWith(".class"))
                    .findFirst()
                    .filter(f -> f.endsWith(".java"))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}
