package org.limbeck.cli.terminal;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where a person reads. Colours and progress only where {@code out} is a terminal; the width limits lines only there.
 *
 * @param interactive whether {@code out} is a terminal
 * @param colours whether to colour
 * @param unicode whether the encoding has more than ASCII
 * @param width in cells; 0 for no limit
 * @param quiet whether to leave out what is no answer and no error
 */
public record Terminal(
        PrintStream out,
        PrintStream err,
        boolean interactive,
        boolean colours,
        boolean unicode,
        int width,
        boolean quiet) {

    /**
     * A terminal as the environment describes it: {@code NO_COLOR}, {@code CLICOLOR_FORCE}, {@code COLUMNS}.
     *
     * @param plain whether colours are switched off by an option
     */
    public static Terminal of(
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            boolean interactive,
            boolean plain,
            boolean quiet,
            boolean unicode) {
        String never = environment.getOrDefault("NO_COLOR", "");
        String always = environment.getOrDefault("CLICOLOR_FORCE", "0");
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean colours = !plain && never.isEmpty() && (!always.equals("0") || (interactive && !dumb));
        return new Terminal(
                out, err, interactive && !dumb, colours, unicode, interactive ? columns(environment) : 0, quiet);
    }

    private static int columns(Map<String, String> environment) {
        try {
            return Math.max(20, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** An answer: what the command was asked for. */
    public void answer(Line line) {
        out.print((width > 0 ? line.cut(width, Mark.CUT.text(unicode)) : line).text(colours) + "\n");
    }

    public void answer(String text) {
        answer(Line.of(text));
    }

    /** An answer that is never cut: people copy it. */
    public void whole(Line line) {
        out.print(line.text(colours) + "\n");
    }

    /** Text for programs or files, as it is. */
    public void raw(String text) {
        out.print(text);
    }

    /** What is nice to know; nothing when it shall be quiet. */
    public void tell(Line line) {
        if (!quiet) {
            answer(line);
        }
    }

    public void tell(String text) {
        tell(Line.of(text));
    }

    /** What went wrong; never cut. */
    public void error(Line line) {
        err.print(line.text(colours) + "\n");
    }

    /** A mark in its colour. */
    public Line mark(Mark mark) {
        return Line.of(mark.colour(), mark.text(unicode));
    }

    /** The dot between two things said of one. */
    public Line dot() {
        return Line.of(Colour.DIM, " " + Mark.DOT.text(unicode) + " ");
    }
}
