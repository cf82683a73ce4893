package org.limbeck.start;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.command.Status;

/**
 * What happened to one database at start.
 *
 * @param database its name
 * @param decision what was done
 * @param before how it stood; null if it was not looked at, or did not answer
 * @param applied the revisions that were applied, in order
 */
public record Outcome(
        String database, Decision decision, @Nullable Status before, List<String> applied) {

    public Outcome {
        applied = List.copyOf(applied);
    }
}
