package org.limbeck.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * One line for people, made of coloured parts. Control characters in a part are made visible when it is added, so that
 * what comes from scripts and databases cannot command a terminal. Not thread-safe; each call returns this.
 */
public final class Line {
    private record Part(String text, Colour colour) {}

    private final List<Part> parts = new ArrayList<>();
    private int width;

    public static Line of(String text) {
        return new Line().add(text);
    }

    public static Line of(Colour colour, String text) {
        return new Line().add(colour, text);
    }

    public Line add(String text) {
        return add(Colour.PLAIN, text);
    }

    public Line add(Colour colour, String text) {
        String safe = Visible.of(text);
        parts.add(new Part(safe, colour));
        width += DisplayWidth.of(safe);
        return this;
    }

    public Line add(Line other) {
        parts.addAll(other.parts);
        width += other.width;
        return this;
    }

    /** Adds blanks up to a column, at least {@code least} of them. */
    public Line to(int column, int least) {
        return add(" ".repeat(Math.max(least, column - width)));
    }

    /** In cells of a terminal. */
    public int width() {
        return width;
    }

    public boolean isEmpty() {
        return width == 0;
    }

    /** The text, with codes for colours or without. */
    public String text(boolean colours) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(colours ? part.colour.paint(part.text) : part.text);
        }
        return colours ? text.toString() : text.toString().stripTrailing();
    }

    /** The same, cut to so many cells. */
    Line cut(int cells, String sign) {
        if (width <= cells) {
            return this;
        }
        Line shorter = new Line();
        int room = Math.max(0, cells - sign.length());
        for (Part part : parts) {
            String text = DisplayWidth.cut(part.text, room - shorter.width);
            shorter.add(part.colour, text);
            if (text.length() < part.text.length()) {
                break;
            }
        }
        return shorter.add(sign);
    }
}
