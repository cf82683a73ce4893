package org.limbeck.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.load.ScriptSource.InClass;
import org.limbeck.load.ScriptSource.InFile;
import org.limbeck.migration.Environment;

/** The scripts of one history: headers read, nothing compiled yet. Immutable; thread-safe. */
public final class Scripts {
    private final ScriptLocations locations;
    private final List<ScriptHeader> headers;
    private final List<Path> helpers;
    private final List<Path> environments;
    private final RevisionGraph graph;
    private final ScriptHeader[] byPosition;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    private Scripts(
            ScriptLocations locations, List<ScriptHeader> headers, List<Path> helpers, List<Path> environments) {
        this.locations = locations;
        this.headers = List.copyOf(headers);
        this.helpers = List.copyOf(helpers);
        this.environments = List.copyOf(environments);
        this.graph = RevisionGraph.of(headers.stream().map(ScriptHeader::node).toList());
        this.byPosition = new ScriptHeader[headers.size()];
        headers.forEach(header -> byPosition[graph.positionOf(header.id())] = header);
    }

    /**
     * Reads the headers of all scripts and builds the graph.
     *
     * @throws LimbeckException with all problems of all scripts at once, or with all problems of the graph
     */
    public static Scripts read(ScriptLocations locations) {
        List<ScriptHeader> headers = new ArrayList<>();
        List<Path> helpers = new ArrayList<>();
        List<Path> environments = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        collect(problems, () -> {
            ScriptFolder.Found found = ScriptFolder.scan(locations.folders());
            headers.addAll(found.headers());
            helpers.addAll(found.helpers());
            environments.addAll(found.environments());
        });
        for (String folder : locations.resourceFolders()) {
            collect(problems, () -> headers.addAll(ClassPathScripts.scan(locations.loader(), folder)));
        }
        throwIfAny(problems);
        return new Scripts(locations, headers, helpers, environments);
    }

    /** All headers, in the order in which the scripts were found. */
    public List<ScriptHeader> headers() {
        return headers;
    }

    public RevisionGraph graph() {
        return graph;
    }

    /**
     * The header of a revision.
     *
     * @throws LimbeckException NO_SUCH_REVISION if there is no script
     */
    public ScriptHeader header(String id) {
        int position = graph.positionOf(id);
        if (position < 0) {
            throw Problem.of(ErrorCode.NO_SUCH_REVISION, "There is no script for revision " + id + ".")
                    .exception();
        }
        return byPosition[position];
    }

    /**
     * The {@link ScriptHeader#sourceHash} of a revision; the source is read when it is first asked for.
     *
     * @throws LimbeckException NO_SUCH_REVISION, or FILE_PROBLEM if it cannot be read
     */
    public String sourceHash(String id) {
        String known = hashes.get(id);
        if (known == null) {
            known = header(id).sourceHash();
            hashes.put(id, known);
        }
        return known;
    }

    /**
     * Loads scripts for a dialect: compiles the Java ones in one batch, with the helpers of their folders, and reads the
     * SQL ones.
     *
     * @param ids full ids
     * @return the scripts by id, in the order of the ids
     * @throws LimbeckException with all problems of all these scripts at once
     */
    public Map<String, LoadedScript> load(Collection<String> ids, Dialect dialect) {
        List<ScriptHeader> wanted = ids.stream().distinct().map(this::header).toList();
        Map<String, LoadedScript> loaded = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        collect(problems, () -> loadJava(wanted, loaded, problems));
        for (ScriptHeader header : wanted) {
            if (header.kind() == ScriptKind.SQL) {
                collect(
                        problems,
                        () -> loaded.put(header.id(), SqlScriptReader.read(header, dialect, locations.dialects())));
            }
        }
        throwIfAny(problems);
        Map<String, LoadedScript> inOrder = new LinkedHashMap<>();
        wanted.forEach(header -> inOrder.put(header.id(), Objects.requireNonNull(loaded.get(header.id()))));
        return inOrder;
    }

    /**
     * The project's hooks, compiled like a script; those that do nothing where there are none.
     *
     * @throws LimbeckException SCRIPT_DOES_NOT_COMPILE, UNREADABLE_SCRIPT; INVALID_SETTINGS if there are several
     */
    public Environment environment() {
        return environments.isEmpty() ? new Environment() {} : Hooks.of(environments, helpers, locations.classCache());
    }

    private void loadJava(List<ScriptHeader> wanted, Map<String, LoadedScript> loaded, List<Problem> problems) {
        Map<String, JavaSource> sources = new LinkedHashMap<>();
        for (ScriptHeader header : wanted) {
            if (header.kind() == ScriptKind.JAVA && header.source() instanceof InFile file) {
                sources.put(header.id(), JavaSource.read(file.path()));
            }
        }
        ClassLoader compiled = sources.isEmpty()
                ? locations.loader()
                : new ScriptClassLoader(
                        new ScriptCompiler(locations.classCache()).compileSources(sources.values(), helpers));
        for (ScriptHeader header : wanted) {
            if (header.kind() == ScriptKind.JAVA) {
                ClassLoader loader = header.source() instanceof InClass inClass ? inClass.loader() : compiled;
                JavaSource source = sources.get(header.id());
                String hash = source == null ? header.sourceHash() : source.sourceHash();
                collect(problems, () -> loaded.put(header.id(), Instances.of(header, loader, hash)));
            }
        }
    }

    private static void collect(List<Problem> problems, Runnable work) {
        try {
            work.run();
        } catch (LimbeckException e) {
            problems.addAll(e.problems());
        }
    }

    private static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
    }
}
