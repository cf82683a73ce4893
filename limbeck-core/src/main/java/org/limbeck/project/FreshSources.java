package org.limbeck.project;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.migration.Op;

/**
 * Sources that were changed after the application was compiled, compiled into {@code .limbeck/model-classes}, so that a
 * model is that of the sources as they are.
 */
final class FreshSources {
    private static final int SHOWN = 5;

    private final Path output;
    private final List<Path> sources;
    private final List<Path> classes;

    FreshSources(Path folder, List<Path> sources, List<Path> classes) {
        this.output = folder.resolve(".limbeck").resolve("model-classes");
        this.sources = sources;
        this.classes = classes;
    }

    /** The folder with the classes of sources that are newer than their classes; empty if there are none. */
    List<Path> compiled(List<String> wanted) {
        try {
            List<Path> all = wantedFiles(wanted);
            List<Path> changed = all.stream().filter(this::isNewer).toList();
            if (changed.isEmpty()) {
                return List.of();
            }
            String stamp = stamp(all);
            Path mark = output.resolve("STAMP");
            if (!Files.exists(mark) || !Files.readString(mark).equals(stamp)) {
                compile(all);
                Files.writeString(mark, stamp);
            }
            return List.of(output);
        } catch (IOException | UncheckedIOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The sources of the model cannot be compiled into " + output)
                    .why(e.toString())
                    .exception(e);
        }
    }

    /** The sources of the wanted packages and classes, or all where none of them is found. */
    private List<Path> wantedFiles(List<String> wanted) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : sources) {
            for (String name : wanted) {
                Path place = root.resolve(name.replace('.', '/'));
                files.addAll(javaFiles(place));
                Path file = root.resolve(name.replace('.', '/') + ".java");
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        }
        if (files.isEmpty()) {
            for (Path root : sources) {
                files.addAll(javaFiles(root));
            }
        }
        return files;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    private boolean isNewer(Path source) {
        Path root = sources.stream().filter(source::startsWith).findFirst().orElseThrow();
        String name = root.relativize(source).toString();
        String compiled = name.substring(0, name.length() - ".java".length()) + ".class";
        List<Path> there = classes.stream()
                .map(place -> place.resolve(compiled))
                .filter(Files::isRegularFile)
                .toList();
        // The compiler writes no class for a package-info without annotations.
        boolean needsClass = !name.endsWith("-info.java");
        return there.isEmpty()
                ? needsClass
                : there.stream().noneMatch(file -> time(file).compareTo(time(source)) >= 0);
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stamp(List<Path> files) throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Path file : files) {
            stamp.append(file)
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(time(file))
                    .append('\n');
        }
        return stamp.toString();
    }

    private void compile(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Problem.of(ErrorCode.NO_COMPILER, "The sources of the model are newer than the classes")
                    .why("This Java has no compiler.")
                    .todo("Compile the application, or run with a JDK.")
                    .exception();
        }
        clear();
        Files.createDirectories(output);
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "-implicit:class",
                    "-encoding",
                    "UTF-8",
                    "-d",
                    output.toString(),
                    "-sourcepath",
                    joined(sources),
                    "-classpath",
                    joined(withScripts(classes)));
            boolean done = compiler.getTask(
                            new StringWriter(),
                            manager,
                            messages,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw failed(messages);
            }
        }
    }

    /** A schema may be defined in the words of scripts. */
    private static List<Path> withScripts(List<Path> classes) {
        List<Path> all = new ArrayList<>(classes);
        try {
            all.add(Path.of(
                    Op.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static String joined(List<Path> places) {
        return places.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static RuntimeException failed(DiagnosticCollector<JavaFileObject> messages) {
        List<Diagnostic<? extends JavaFileObject>> errors = messages.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .limit(SHOWN)
                .collect(Collectors.toList());
        Problem problem = Problem.of(ErrorCode.MODEL_UNREADABLE, "The sources of the model do not compile");
        for (Diagnostic<? extends JavaFileObject> error : errors) {
            String file = error.getSource() == null ? "" : error.getSource().getName() + ":" + error.getLineNumber();
            problem = problem.why(file + " " + error.getMessage(Locale.ROOT));
        }
        return problem.todo("Correct them; or compile the application with its own build, so that its classes are newer"
                        + " than its sources (needed where code is generated, as Lombok does).")
                .exception();
    }

    private void clear() throws IOException {
        if (!Files.isDirectory(output)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> files = Files.walk(output)) {
            old = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }
}
