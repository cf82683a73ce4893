package org.limbeck.write;

import java.util.List;

import org.limbeck.operation.Operation;

/**
 * What a new script does, before it is text.
 *
 * @param upgrade in the order of running
 * @param downgrade in the order of running
 */
public record Draft(List<Line> upgrade, List<Line> downgrade) {

    /** A script with nothing in it yet. */
    public static final Draft EMPTY = new Draft(List.of(), List.of());

    public Draft {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** One piece of a script. */
    public sealed interface Line {

        /** An operation that runs. */
        record Do(Operation operation) implements Line {}

        /**
         * An operation written as a comment, for a person to decide.
         *
         * @param reason why it is not run, in a sentence; stands above it
         */
        record Off(Operation operation, String reason) implements Line {}

        /** A remark for the reader, in plain words. */
        record Note(String text) implements Line {}
    }
}
