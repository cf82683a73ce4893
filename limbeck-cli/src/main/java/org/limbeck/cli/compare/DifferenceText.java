package org.limbeck.cli.compare;

import java.util.List;

import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Columns;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.compare.Difference;
import org.limbeck.compare.Difference.Change;

/** Differences for people, one a line. */
public final class DifferenceText {
    private DifferenceText() {}

    /** What has to be done: {@code + column orders.status   varchar(20)}. */
    public static void print(Terminal terminal, List<Difference> differences) {
        Columns columns = new Columns();
        for (Difference difference : differences) {
            columns.row(
                    head(sign(difference.change()), colour(difference.change()), difference),
                    Line.of(difference.detail()));
        }
        columns.lines().forEach(terminal::answer);
    }

    /** What somebody did: what has to be added is missing, what has to go was added by hand. */
    public static void printTurned(Terminal terminal, List<Difference> differences) {
        Columns columns = new Columns();
        for (Difference difference : differences) {
            Change done = turned(difference.change());
            columns.row(head(sign(done), colour(done), difference), Line.of(detailTurned(difference)));
        }
        columns.lines().forEach(terminal::answer);
    }

    private static Line head(String sign, Colour colour, Difference difference) {
        return Line.of("  ").add(colour, sign).add(" " + difference.object());
    }

    static Change turned(Change change) {
        return switch (change) {
            case ADDED -> Change.REMOVED;
            case REMOVED -> Change.ADDED;
            case CHANGED, RENAMED -> change;
        };
    }

    private static String detailTurned(Difference difference) {
        return switch (difference.change()) {
            case ADDED -> "missing in the database";
            case REMOVED -> "only in the database" + (difference.before().isEmpty() ? "" : "   " + difference.before());
            case CHANGED, RENAMED -> difference.after() + " -> " + difference.before();
        };
    }

    private static String sign(Change change) {
        return String.valueOf(change.sign());
    }

    private static Colour colour(Change change) {
        return switch (change) {
            case ADDED -> Colour.GREEN;
            case REMOVED -> Colour.RED;
            case CHANGED, RENAMED -> Colour.YELLOW;
        };
    }
}
