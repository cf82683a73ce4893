package org.limbeck.load;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptSource.InFile;

/** Finds scripts in folders. */
public final class ScriptFolder {
    /** A script of hooks, not a revision. */
    public static final String ENVIRONMENT = "Environment.java";

    private final List<ScriptHeader> headers = new ArrayList<>();
    private final List<Path> helpers = new ArrayList<>();
    private final List<Path> environments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final HeaderReader reader = new HeaderReader();

    private ScriptFolder() {}

    /**
     * What folders hold.
     *
     * @param headers of the scripts, by folder and path
     * @param helpers Java files without a revision, which scripts may use
     * @param environments files of hooks
     */
    public record Found(List<ScriptHeader> headers, List<Path> helpers, List<Path> environments) {
        public Found {
            headers = List.copyOf(headers);
            helpers = List.copyOf(helpers);
            environments = List.copyOf(environments);
        }
    }

    /**
     * Reads the headers of all scripts in these folders and the folders in them. Hidden files, {@value #ENVIRONMENT}
     * and whatever is neither {@code .java} nor {@code .sql} are left out; a folder inside another one given counts
     * once.
     *
     * @throws LimbeckException with all problems of all files at once
     */
    public static Found scan(List<Path> folders) {
        ScriptFolder found = new ScriptFolder();
        for (Path folder : outermost(folders)) {
            found.root(folder);
        }
        if (!found.problems.isEmpty()) {
            throw new LimbeckException(found.problems, null);
        }
        return new Found(found.headers, found.helpers, found.environments);
    }

    private static List<Path> outermost(List<Path> folders) {
        List<Path> outermost = new ArrayList<>();
        for (Path folder : folders) {
            Path absolute = absolute(folder);
            if (outermost.stream().noneMatch(other -> absolute.startsWith(absolute(other)))) {
                outermost.removeIf(other -> absolute(other).startsWith(absolute));
                outermost.add(folder);
            }
        }
        return outermost;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void root(Path folder) {
        if (!folder.toFile().isDirectory()) {
            problems.add(Problem.of(ErrorCode.FILE_PROBLEM, "The folder of scripts " + folder + " does not exist.")
                    .todo("create it, or name another one in the settings"));
            return;
        }
        visit(folder);
    }

    /** By names only: asking the file system about each file would cost as much as reading it. */
    private void visit(Path folder) {
        String[] names = folder.toFile().list();
        if (names == null) {
            problems.add(Problem.of(ErrorCode.FILE_PROBLEM, "The folder " + folder + " cannot be listed."));
            return;
        }
        Arrays.sort(names);
        String inFolder = folder.resolve(".").toString();
        inFolder = inFolder.substring(0, inFolder.length() - 1);
        for (String name : names) {
            if (name.startsWith(".")) {
                continue;
            }
            if (name.endsWith(".java")) {
                java(folder, inFolder, name);
            } else if (name.endsWith(".sql")) {
                read(new InFile(inFolder + name), ScriptKind.SQL);
            } else if (new File(folder.toFile(), name).isDirectory()) {
                visit(folder.resolve(name));
            }
        }
    }

    private void java(Path folder, String inFolder, String name) {
        if (name.equals(ENVIRONMENT)) {
            environments.add(folder.resolve(name));
        } else if (!name.equals("package-info.java") && !name.equals("module-info.java")) {
            read(new InFile(inFolder + name), ScriptKind.JAVA);
        }
    }

    private void read(InFile file, ScriptKind kind) {
        HeaderOutcome outcome = reader.read(file, kind);
        if (outcome instanceof HeaderOutcome.Found script) {
            headers.add(shared(script.header()));
        } else if (outcome instanceof HeaderOutcome.Bad bad) {
            problems.add(bad.problem());
        } else {
            helpers.add(file.path());
        }
    }

    /** Most scripts stand on the one before them, so that one text of its id serves both. */
    private ScriptHeader shared(ScriptHeader header) {
        String before = headers.isEmpty() ? "" : headers.get(headers.size() - 1).id();
        List<String> downs = header.node().downs();
        return downs.size() == 1 && downs.get(0).equals(before) ? header.on(before) : header;
    }
}
