package org.limbeck.load;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionNode;

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

    public String id() {
        return node.id();
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
