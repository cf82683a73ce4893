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

    /** Operations that all run. */
    public static Draft of(List<? extends Operation> upgrade, List<? extends Operation> downgrade) {
        return new Draft(running(upgrade), running(downgrade));
    }

    private static List<Line> running(List<? extends Operation> operations) {
        return operations.stream().<Line>map(Line.Do::new).toList();
    }

    /**
     * The same without the definitions that drops carry for the way back: where both ways are written out, they only
     * make the text long.
     */
    public Draft brief() {
        return new Draft(brief(upgrade), brief(downgrade));
    }

    private static List<Line> brief(List<Line> lines) {
        return lines.stream()
                .map(line -> {
                    if (line instanceof Line.Do run) {
                        return new Line.Do(Brief.of(run.operation()));
                    }
                    return line instanceof Line.Off off ? new Line.Off(Brief.of(off.operation()), off.reason()) : line;
                })
                .toList();
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
