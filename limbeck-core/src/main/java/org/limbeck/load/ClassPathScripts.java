package org.limbeck.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptSource.InResource;

/** Finds scripts on the class path: compiled ones through their index, SQL by index or by name. Not thread-safe. */
final class ClassPathScripts {
    private final ClassLoader loader;
    private final String folder;
    private final List<ScriptHeader> headers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> sql = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();
    private final HeaderReader reader = new HeaderReader();

    private ClassPathScripts(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder;
    }

    /**
     * The headers of all scripts in a folder of the class path.
     *
     * @throws LimbeckException with all problems at once
     */
    static List<ScriptHeader> scan(ClassLoader loader, String folder) {
        ClassPathScripts scripts = new ClassPathScripts(loader, folder);
        try {
            scripts.scan();
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The class path cannot be read at " + folder + ".")
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
        if (!scripts.problems.isEmpty()) {
            throw new LimbeckException(scripts.problems, null);
        }
        return scripts.headers;
    }

    private void scan() throws IOException {
        List<URL> indexes = Collections.list(loader.getResources(ScriptIndex.resource(folder)));
        for (URL index : indexes) {
            read(index);
        }
        for (URL root : Collections.list(loader.getResources(folder))) {
            list(root);
        }
        headers.forEach(header -> classes.remove(header.className()));
        problems.addAll(UnindexedClasses.in(loader, classes, ScriptIndex.resource(folder)));
        sql.forEach(this::readSql);
        if (indexes.isEmpty() && sql.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of(ErrorCode.FILE_PROBLEM, "The class path has no scripts at " + folder + ".")
                    .why("There is neither " + ScriptIndex.resource(folder) + " nor an .sql file.")
                    .todo("put .sql files there, or compile Java scripts with the annotation processor"));
        }
    }

    /** A list is cheap, and an index that was not written anew would hide a script. */
    private void list(URL root) throws IOException {
        for (String name : FolderContent.in(root, folder)) {
            if (FolderContent.isSql(name)) {
                sql.add(name);
            } else {
                classes.add(FolderContent.className(name));
            }
        }
    }

    private void read(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream stream = connection.getInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            ScriptIndex index = ScriptIndex.read(lines, url.toString(), loader);
            headers.addAll(index.compiled());
            sql.addAll(index.sql());
        } catch (LimbeckException e) {
            problems.addAll(e.problems());
        }
    }

    private void readSql(String resource) {
        HeaderOutcome outcome = reader.read(new InResource(loader, resource), ScriptKind.SQL);
        if (outcome instanceof HeaderOutcome.Found found) {
            headers.add(found.header());
        } else if (outcome instanceof HeaderOutcome.Bad bad) {
            problems.add(bad.problem());
        }
    }
}
