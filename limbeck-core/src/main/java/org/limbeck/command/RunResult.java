package org.limbeck.command;

import java.util.List;

import org.limbeck.graph.Route;

/**
 * What a run did.
 *
 * @param moves the revisions that were run, in order; empty when there was nothing to do
 * @param heads the heads that are applied now
 */
public record RunResult(List<Route.Move> moves, List<String> heads) {
    public RunResult {
        moves = List.copyOf(moves);
        heads = List.copyOf(heads);
    }

    public boolean nothingToDo() {
        return moves.isEmpty();
    }
}
