package org.limbeck.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A small project in a folder, laid out as Maven does, and its compiler. */
final class Build {
    final Path root;
    private final List<String> options = new ArrayList<>();

    Build(Path root) {
        this.root = root;
    }

    /** What the compiler said. */
    record Outcome(boolean done, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

        /** {@code kind file:line text-at-the-place message}. */
        List<String> messages() {
            return diagnostics.stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR
                            || d.getKind() == Diagnostic.Kind.WARNING
                            || d.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                    .map(Outcome::message)
                    .toList();
        }

        private static String message(Diagnostic<? extends JavaFileObject> d) {
            return d.getKind() + " " + place(d) + " " + d.getMessage(Locale.ROOT);
        }

        private static String place(Diagnostic<? extends JavaFileObject> d) {
            JavaFileObject source = d.getSource();
            if (source == null) {
                return "nowhere";
            }
            try {
                String text = source.getCharContent(true)
                        .subSequence((int) d.getStartPosition(), (int) d.getEndPosition())
                        .toString();
                return Path.of(source.toUri()).getFileName() + ":" + d.getLineNumber() + " " + text;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    Build option(String name, String value) {
        options.add("-A" + name + "=" + value);
        return this;
    }

    Build plain(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Path classes() {
        return root.resolve("target/classes");
    }

    Path sourceOf(String className) {
        return root.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
    }

    /** A script that creates a table of its class's name in lower case. */
    Build script(String className, String header) throws IOException {
        int dot = className.lastIndexOf('.');
        String simple = className.substring(dot + 1);
        String table = simple.toLowerCase(Locale.ROOT);
        return java(
                className,
                (dot < 0 ? "" : "package " + className.substring(0, dot) + ";\n")
                        + """
                import static org.limbeck.migration.Words.*;
                import org.limbeck.migration.*;
                @Revision(%s)
                final class %s implements Migration {
                    @Override public void upgrade(Op op) {
                        op.createTable("%s", column("id", bigint()).notNull(), primaryKey("id"));
                    }
                    @Override public void downgrade(Op op) {
                        op.dropTable("%s");
                    }
                }
                """.formatted(header, simple, table, table));
    }

    Build java(String className, String text) throws IOException {
        write(sourceOf(className), text);
        return this;
    }

    Build sql(String resource, String header) throws IOException {
        String table = resource.substring(resource.lastIndexOf('/') + 1).replace(".sql", "_sql");
        String text = header + "\n--@ upgrade\nCREATE TABLE " + table + " (id integer);\n--@ downgrade\nDROP TABLE "
                + table + ";\n";
        write(root.resolve("src/main/resources").resolve(resource), text);
        return this;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    Outcome compileAll() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
            return compile(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    /** Compiles some sources only, against the classes that are there. */
    Outcome compile(String... classNames) throws IOException {
        return compile(Stream.of(classNames).map(this::sourceOf).toList());
    }

    private Outcome compile(List<Path> sources) throws IOException {
        return compile(sources, new RevisionProcessor());
    }

    Outcome compile(List<Path> sources, Processor processor) throws IOException {
        Files.createDirectories(classes());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> heard = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(heard, Locale.ROOT, null)) {
            List<Path> classPath = new ArrayList<>(List.of(classes()));
            Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(Path::of)
                    .forEach(classPath::add);
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes()));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, heard, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(processor));
            return new Outcome(task.call(), heard.getDiagnostics());
        }
    }

    /** The text of an index that was written. */
    String index(String folder) throws IOException {
        return Files.readString(classes().resolve("META-INF/limbeck/" + folder + ".index"));
    }

    /** What a build tool does with resources. */
    Build copyResources() throws IOException {
        Path from = root.resolve("src/main/resources");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = classes().resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(file));
            }
        }
        return this;
    }
}
