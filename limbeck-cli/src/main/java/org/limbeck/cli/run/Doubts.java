package org.limbeck.cli.run;

import org.limbeck.baseline.Comparison;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.compare.Difference;
import org.limbeck.replay.Replay;

/** Tells what a comparison could not know. */
record Doubts(Terminal terminal) {

    void tell(Comparison comparison) {
        if (comparison.unsure().isEmpty()) {
            return;
        }
        terminal.tell(Line.of("  ")
                .add(terminal.mark(Mark.CARE))
                .add(" Not compared, because raw SQL may have made it (--scratch URL builds it to see):"));
        for (Difference difference : comparison.unsure()) {
            terminal.tell("      " + difference);
        }
        for (Replay.Unknown unknown : comparison.unknowns()) {
            terminal.tell("      raw SQL of " + unknown.revision() + ": " + unknown.what());
        }
    }
}
