package org.limbeck.processor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptFolder;
import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptIndex;
import org.limbeck.load.ScriptKind;
import org.limbeck.load.ScriptSource.InFile;

/** The scripts of one folder of the class path, as far as this module holds them. Not thread-safe. */
final class History {
    private final String folder;
    private final List<CompiledScript> compiled = new ArrayList<>();
    private final List<ScriptHeader> kept = new ArrayList<>();
    private final Map<String, ScriptHeader> sql = new HashMap<>();
    private final List<RevisionNode> foreign = new ArrayList<>();

    History(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** The folder for people. */
    String name() {
        return folder.isEmpty() ? "without a package" : folder;
    }

    void add(CompiledScript script) {
        compiled.add(script);
    }

    List<CompiledScript> compiled() {
        return compiled;
    }

    Set<String> classNames() {
        Set<String> names = new TreeSet<>();
        compiled.forEach(script -> names.add(script.className()));
        return names;
    }

    Set<String> packages() {
        Set<String> names = new TreeSet<>();
        compiled.forEach(script -> names.add(script.packageName()));
        return names;
    }

    void add(FormerScripts former) {
        kept.addAll(former.kept());
        former.foreign().forEach(header -> foreign.add(header.node()));
    }

    /**
     * Reads the headers of SQL scripts.
     *
     * @param resources folders of resources; a script in an earlier one hides its copy
     * @throws LimbeckException with all problems of all scripts at once
     */
    void readSql(List<Path> resources) {
        for (Path root : resources) {
            Path scripts = root.resolve(folder);
            if (!folder.isEmpty() && scripts.toFile().isDirectory()) {
                readSql(scripts);
            }
        }
    }

    private void readSql(Path scripts) {
        for (ScriptHeader header : ScriptFolder.scan(List.of(scripts)).headers()) {
            if (header.kind() == ScriptKind.SQL && header.source() instanceof InFile file) {
                String inside = scripts.relativize(file.path()).toString().replace('\\', '/');
                sql.putIfAbsent(folder + "/" + inside, header);
            }
        }
    }

    /** The revisions of this folder. */
    List<RevisionNode> nodes() {
        List<RevisionNode> nodes = new ArrayList<>();
        compiled.forEach(script -> nodes.add(script.header().node()));
        kept.forEach(header -> nodes.add(header.node()));
        sql.values().forEach(header -> nodes.add(header.node()));
        return nodes;
    }

    /** Revisions of the same folder in other modules. */
    List<RevisionNode> foreign() {
        return foreign;
    }

    /** @param complete whether all SQL scripts are known */
    ScriptIndex index(boolean complete) {
        List<ScriptHeader> classes = new ArrayList<>(kept);
        compiled.forEach(script -> classes.add(script.header()));
        return new ScriptIndex(classes, List.copyOf(new TreeSet<>(sql.keySet())), complete);
    }
}
