package org.limbeck.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptSource.InClass;

/**
 * What a resource {@code META-INF/limbeck/<folder>.index} says. Lines, fields divided by tabs:
 *
 * <pre>
 * limbeck 1
 * complete
 * java  class  source-hash  code-hash  id  down  depends-on  labels  parameters  created  message
 * sql   resource
 * </pre>
 *
 * The first line is the version; {@code complete} says that every SQL script is named. Items of a list are divided by
 * blanks. Lines that begin with {@code #} and empty lines mean nothing.
 *
 * Immutable. The annotation processor writes it, an application reads it at its start.
 *
 * @param compiled headers of compiled scripts, whose sources are classes
 * @param sql resources
 * @param complete whether no other SQL scripts are there
 */
public record ScriptIndex(List<ScriptHeader> compiled, List<String> sql, boolean complete) {
    private static final String VERSION = "limbeck 1";
    private static final int JAVA_FIELDS = 11;

    public ScriptIndex {
        compiled = List.copyOf(compiled);
        sql = List.copyOf(sql);
    }

    /** The name of the resource for a folder of the class path, such as {@code db/agent}. */
    public static String resource(String folder) {
        return "META-INF/limbeck/" + folder + ".index";
    }

    /**
     * Reads an index.
     *
     * @param name of the index for messages
     * @param loader of the classes that it names
     * @throws LimbeckException UNREADABLE_SCRIPT for an index of another version or a line that is not understood
     */
    public static ScriptIndex read(BufferedReader lines, String name, ClassLoader loader) throws IOException {
        List<ScriptHeader> compiled = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        boolean complete = false;
        if (!VERSION.equals(lines.readLine())) {
            throw bad("The index of scripts is not of version 1.", name, 1);
        }
        int number = 2;
        for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
            String[] fields = line.split("\t", -1);
            if (line.equals("complete")) {
                complete = true;
            } else if (fields[0].equals("java") && fields.length == JAVA_FIELDS) {
                compiled.add(header(fields, loader));
            } else if (fields[0].equals("sql") && fields.length == 2) {
                sql.add(fields[1]);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw bad("The index of scripts has a line that is not understood.", name, number);
            }
        }
        return new ScriptIndex(compiled, sql, complete);
    }

    /** The text that {@link #read} reads. The same scripts give the same text. */
    public String text() {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        if (complete) {
            text.append("complete\n");
        }
        compiled.stream().map(ScriptIndex::line).sorted().forEach(text::append);
        sql.stream()
                .sorted()
                .forEach(resource -> text.append("sql\t").append(resource).append('\n'));
        return text.toString();
    }

    private static String line(ScriptHeader header) {
        RevisionNode node = header.node();
        InClass source = (InClass) header.source();
        LocalDateTime created = node.created();
        return String.join(
                        "\t",
                        "java",
                        source.className(),
                        source.sourceHash(),
                        source.codeHash(),
                        node.id(),
                        String.join(" ", node.downs()),
                        String.join(" ", node.dependsOn()),
                        String.join(" ", node.labels()),
                        String.join(" ", header.parameters()),
                        created == null ? "" : created.toString(),
                        node.message().replace('\t', ' '))
                + "\n";
    }

    private static ScriptHeader header(String[] fields, ClassLoader loader) {
        HeaderFields values = new HeaderFields(new InClass(loader, fields[1], fields[2], fields[3]));
        values.put(HeaderFields.ID, List.of(fields[4]), 0);
        values.put(HeaderFields.DOWN, Directive.list(fields[5]), 0);
        values.put(HeaderFields.DEPENDS_ON, Directive.list(fields[6]), 0);
        values.put(HeaderFields.LABELS, Directive.list(fields[7]), 0);
        values.put(HeaderFields.PARAMETERS, Directive.list(fields[8]), 0);
        values.put(HeaderFields.CREATED, List.of(fields[9]), 0);
        values.put(HeaderFields.MESSAGE, List.of(fields[10]), 0);
        return values.header(ScriptKind.JAVA, fields[1], 0);
    }

    private static LimbeckException bad(String what, String name, int line) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, what)
                .at(new Place(name, line))
                .todo("build the application anew, with the annotation processor of this release")
                .exception();
    }
}
