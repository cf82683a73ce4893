package org.limbeck.cli.write;

import java.io.Console;
import java.util.Locale;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;

/** A question to a person at a terminal. */
final class Question {
    private Question() {}

    /** Whether somebody is there: input and output are a terminal, and no program reads the answers. */
    static boolean canBeAsked(Invocation call) {
        return call.terminal().interactive() && !call.json() && System.console() != null;
    }

    /** Asks until the answer is yes or no; the end of the input is a no. */
    static boolean ask(Invocation call, String text) {
        Console console = System.console();
        while (console != null) {
            call.terminal()
                    .raw(Line.of(Colour.CYAN, "? ")
                            .add(text + " [y/n] ")
                            .text(call.terminal().colours()));
            call.terminal().out().flush();
            String answer = console.readLine();
            String word = answer == null ? "n" : answer.strip().toLowerCase(Locale.ROOT);
            if (word.equals("y") || word.equals("yes")) {
                return true;
            }
            if (word.equals("n") || word.equals("no")) {
                return false;
            }
        }
        return false;
    }
}
