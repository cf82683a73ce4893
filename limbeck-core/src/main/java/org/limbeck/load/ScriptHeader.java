package org.limbeck.load;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptSource.InClass;
import org.limbeck.migration.Revision;

/**
 * What is known of a script before it is compiled or read whole. Immutable.
 *
 * @param node its place in the graph
 * @param source where it is
 * @param className of a Java script, with its package; null for SQL
 * @param parameters the names that it declares
 */
public record ScriptHeader(
        RevisionNode node,
        ScriptKind kind,
        ScriptSource source,
        @Nullable String className,
        List<String> parameters) {

    public ScriptHeader {
        parameters = List.copyOf(parameters);
    }

    /**
     * The header of a compiled script.
     *
     * @throws LimbeckException UNREADABLE_SCRIPT if the time of creation is none
     */
    public static ScriptHeader of(Revision revision, InClass source) {
        HeaderFields values = new HeaderFields(source);
        values.put(HeaderFields.ID, List.of(revision.id()), 0);
        values.put(HeaderFields.DOWN, List.of(revision.down()), 0);
        values.put(HeaderFields.DEPENDS_ON, List.of(revision.dependsOn()), 0);
        values.put(HeaderFields.LABELS, List.of(revision.labels()), 0);
        values.put(HeaderFields.PARAMETERS, List.of(revision.parameters()), 0);
        values.put(HeaderFields.CREATED, List.of(revision.created()), 0);
        values.put(HeaderFields.MESSAGE, List.of(revision.message()), 0);
        return values.header(ScriptKind.JAVA, source.className(), 0);
    }

    public String id() {
        return node.id();
    }

    /** The same with this parent. */
    ScriptHeader on(String down) {
        return new ScriptHeader(node.withDowns(down), kind, source, className, parameters);
    }

    /**
     * The cheap hash of the source, see {@link SourceHash}; reads the whole source each time.
     *
     * @throws LimbeckException FILE_PROBLEM if it cannot be read
     */
    public String sourceHash() {
        return SourceHash.of(this);
    }

    /**
     * A hash of the code that runs on the way up: the source without header, imports, {@code downgrade} and {@code
     * verify}. It stands for the code of data steps in the checksum of meaning. Reads the whole source each time.
     *
     * @throws LimbeckException FILE_PROBLEM if it cannot be read
     */
    public String codeHash() {
        return SourceHash.ofCode(this);
    }
}
