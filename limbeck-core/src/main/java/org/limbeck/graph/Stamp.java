package org.limbeck.graph;

import java.util.List;

/**
 * What recording without running changes.
 *
 * @param add revisions to record as applied, in order of execution
 * @param remove ids to remove, the last applied first; ids that the graph does not know come first of all
 * @param after what is applied then
 */
public record Stamp(List<RevisionNode> add, List<String> remove, AppliedSet after) {
    public Stamp {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    public boolean isEmpty() {
        return add.isEmpty() && remove.isEmpty();
    }
}
