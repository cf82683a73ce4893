package org.limbeck.graph;

import java.util.List;

/**
 * The header of a revision that may be written.
 *
 * @param parents in the order asked for; none for a base
 * @param dependsOn full ids or labels
 */
public record RevisionDraft(String id, List<RevisionNode> parents, List<String> dependsOn, List<String> labels) {
    public RevisionDraft {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** The full ids of the parents. */
    public List<String> downs() {
        return parents.stream().map(RevisionNode::id).toList();
    }
}
