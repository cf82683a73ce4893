package org.limbeck.baseline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.graph.RevisionNode;

/**
 * A place in the history where a database may be.
 *
 * @param revision the last revision
 * @param tips what would be recorded, with all that it stands on
 * @param release the name of a release that is there, or null
 * @param comparison the live schema beside that of this place
 */
public record Candidate(
        RevisionNode revision, List<String> tips, @Nullable String release, Comparison comparison) {
    public Candidate {
        tips = List.copyOf(tips);
    }
}
