package org.limbeck.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/**
 * Compiles Java scripts in the process: in one batch, against Limbeck's API and the JDK only, into memory. Keeps the
 * classes on disk if it is given a folder. Holds no state between calls; thread-safe.
 */
final class ScriptCompiler {
    private static final String FORMAT = "1";
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g", "-nowarn", "-Xlint:none", "-implicit:none", "-Xmaxerrs", "1000");

    private final ClassCache cache;
    private final Supplier<@Nullable JavaCompiler> compilers;

    /** @param cacheFolder where classes are kept; null for nowhere */
    ScriptCompiler(@Nullable Path cacheFolder) {
        this(cacheFolder, ToolProvider::getSystemJavaCompiler);
    }

    ScriptCompiler(@Nullable Path cacheFolder, Supplier<@Nullable JavaCompiler> compilers) {
        this.cache = new ClassCache(cacheFolder);
        this.compilers = compilers;
    }

    /**
     * The classes of these scripts and helpers, by binary name.
     *
     * @param helpers files that scripts may use
     * @throws LimbeckException SCRIPT_DOES_NOT_COMPILE with the errors of all scripts, NO_COMPILER without a JDK
     */
    Map<String, byte[]> compile(List<Path> scripts, List<Path> helpers) {
        return compileSources(scripts.stream().map(JavaSource::read).toList(), helpers);
    }

    /** The same of scripts that are read already. */
    Map<String, byte[]> compileSources(Collection<JavaSource> scripts, List<Path> helpers) {
        List<JavaSource> shared = helpers.stream().map(JavaSource::read).toList();
        List<JavaSource> sources =
                Stream.concat(scripts.stream(), shared.stream()).toList();
        String environment = environment(shared);
        Map<JavaSource, Map<String, byte[]>> classes = new LinkedHashMap<>();
        List<JavaSource> missing = new ArrayList<>();
        for (JavaSource source : sources) {
            Map<String, byte[]> cached = cache.get(key(environment, source));
            if (cached == null) {
                missing.add(source);
            } else {
                classes.put(source, cached);
            }
        }
        if (!missing.isEmpty()) {
            Map<JavaSource, Map<String, byte[]>> fresh = run(withHelpers(missing, shared));
            refuseUseOfOtherScripts(fresh, shared);
            missing.forEach(source -> {
                Map<String, byte[]> own = fresh.getOrDefault(source, Map.of());
                cache.put(key(environment, source), own);
                classes.put(source, own);
            });
        }
        return merge(classes);
    }

    private static List<JavaSource> withHelpers(List<JavaSource> missing, List<JavaSource> helpers) {
        List<JavaSource> all = new ArrayList<>(missing);
        helpers.stream().filter(helper -> !missing.contains(helper)).forEach(all::add);
        return all;
    }

    private Map<JavaSource, Map<String, byte[]>> run(List<JavaSource> sources) {
        JavaCompiler compiler = compilers.get();
        if (compiler == null) {
            throw noCompiler();
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8);
                MemoryFiles files = new MemoryFiles(standard)) {
            standard.setLocation(
                    StandardLocation.CLASS_PATH, List.of(ApiClasses.location().toFile()));
            boolean done = compiler.getTask(null, files, diagnostics, OPTIONS, null, sources)
                    .call();
            if (!done) {
                throw new LimbeckException(CompileErrors.of(diagnostics.getDiagnostics()), null);
            }
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another script may be missing from the next batch, so it must not be used even where it is there. */
    private static void refuseUseOfOtherScripts(
            Map<JavaSource, Map<String, byte[]>> classes, List<JavaSource> helpers) {
        Map<String, JavaSource> scripts = new TreeMap<>();
        classes.forEach((source, own) -> own.keySet().stream()
                .filter(name -> !helpers.contains(source))
                .forEach(name -> scripts.put(name, source)));
        classes.forEach((source, own) -> own.values().stream()
                .flatMap(bytes -> ClassReferences.of(bytes).stream())
                .filter(name -> scripts.getOrDefault(name, source) != source)
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw usesScript(source, name);
                }));
    }

    private static LimbeckException usesScript(JavaSource source, String name) {
        return Problem.of(
                        ErrorCode.SCRIPT_DOES_NOT_COMPILE, "The script uses the class " + name + " of another script.")
                .at(source.displayName(), 0)
                .why("Only the scripts that run are compiled, so the other one may not be there.")
                .todo("move what both need to a class without @Revision, in a file of its own")
                .exception();
    }

    private static LimbeckException noCompiler() {
        return Problem.of(ErrorCode.NO_COMPILER, "There is no Java compiler.")
                .why("Java " + Runtime.version().feature() + " at " + System.getProperty("java.home")
                        + " is a run-time image without the module jdk.compiler; Java scripts must be compiled.")
                .todo("run Limbeck with a JDK, or write the scripts in SQL")
                .exception();
    }

    private static Map<String, byte[]> merge(Map<JavaSource, Map<String, byte[]>> classes) {
        Map<String, byte[]> all = new TreeMap<>();
        Map<String, JavaSource> origins = new TreeMap<>();
        classes.forEach((source, own) -> own.forEach((name, bytes) -> {
            JavaSource other = origins.put(name, source);
            if (other != null) {
                throw Problem.of(ErrorCode.SCRIPT_DOES_NOT_COMPILE, "Two scripts have a class named " + name + ".")
                        .at(source.displayName(), 0)
                        .why("The other one is " + other.displayName() + ".")
                        .todo("rename one of them")
                        .exception();
            }
            all.put(name, bytes);
        }));
        return all;
    }

    /** What the classes of every source depend on: the JDK, the API, the helpers. */
    private static String environment(List<JavaSource> helpers) {
        MessageDigest digest = Digests.sha256();
        String fixed = FORMAT + '\0' + Runtime.version() + '\0' + apiFingerprint();
        digest.update(fixed.getBytes(StandardCharsets.UTF_8));
        helpers.forEach(helper -> helper.digest(digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String key(String environment, JavaSource source) {
        MessageDigest digest = Digests.sha256();
        digest.update(environment.getBytes(StandardCharsets.UTF_8));
        source.digest(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Sizes and times instead of contents: a jar of megabytes need not be read at each start. */
    private static String apiFingerprint() {
        Path location = ApiClasses.location();
        if (Files.isRegularFile(location)) {
            return stamp(location.toFile());
        }
        StringBuilder stamps = new StringBuilder();
        ApiClasses.PACKAGES.stream().sorted().forEach(name -> {
            File[] files = location.resolve(name.replace('.', '/')).toFile().listFiles();
            Stream.of(files == null ? new File[0] : files).sorted().forEach(file -> stamps.append(stamp(file)));
        });
        return stamps.toString();
    }

    private static String stamp(File file) {
        return file + ":" + file.length() + ":" + file.lastModified() + ";";
    }
}
