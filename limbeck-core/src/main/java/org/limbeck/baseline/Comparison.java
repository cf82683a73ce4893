package org.limbeck.baseline;

import java.util.List;

import org.limbeck.compare.Difference;
import org.limbeck.replay.Replay;

/**
 * A live schema beside the one that revisions make; seen from the live one: what is added is missing there.
 *
 * @param certain what differs
 * @param unsure what differs in things that raw SQL may have made
 * @param unknowns that raw SQL
 */
public record Comparison(List<Difference> certain, List<Difference> unsure, List<Replay.Unknown> unknowns) {
    public Comparison {
        certain = List.copyOf(certain);
        unsure = List.copyOf(unsure);
        unknowns = List.copyOf(unknowns);
    }

    /** Whether nothing differs, as far as that can be told. */
    public boolean matches() {
        return certain.isEmpty();
    }

    /** Whether nothing differs, and nothing is unknown. */
    public boolean exact() {
        return certain.isEmpty() && unsure.isEmpty();
    }
}
