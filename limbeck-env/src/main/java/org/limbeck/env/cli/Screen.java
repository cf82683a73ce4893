package org.limbeck.env.cli;

import java.io.PrintStream;

/** Lines for people. What comes from files is made harmless: control characters never reach a terminal. */
final class Screen {
    private static final int LONGEST = 60;

    /** Colours that a terminal understands. */
    enum Colour {
        NONE(""),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        CYAN("36"),
        DIM("2"),
        BOLD("1");

        private final String code;

        Colour(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean colours;

    Screen(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    void line(String text) {
        line(Colour.NONE, text);
    }

    /** Prints a line; its control characters are made visible. */
    void line(Colour colour, String text) {
        String safe = safe(text);
        boolean plain = !colours || colour == Colour.NONE || safe.isEmpty();
        out.print(plain ? safe : "\u001b[" + colour.code + "m" + safe + "\u001b[0m");
        out.print('\n');
    }

    /** A value on one line, not too long. */
    static String brief(String value) {
        if (value.isEmpty()) {
            return "(empty)";
        }
        String safe = safe(value);
        if (safe.length() <= LONGEST) {
            return safe;
        }
        int stop = Character.isHighSurrogate(safe.charAt(LONGEST - 4)) ? LONGEST - 4 : LONGEST - 3;
        return safe.substring(0, stop) + "...";
    }

    static String padded(String text, int width) {
        StringBuilder out = new StringBuilder(text);
        while (out.length() < width) {
            out.append(' ');
        }
        return out.toString();
    }

    static String safe(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmful(c)) {
                if (out == null) {
                    out = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                escape(out, c);
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isHarmful(char c) {
        return Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            }
        }
    }
}
