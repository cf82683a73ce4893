package org.limbeck.cli.terminal;

/** What a part of a line says by its colour. */
public enum Colour {
    PLAIN(""),
    /** Done. */
    GREEN("32"),
    /** Care. */
    YELLOW("33"),
    /** Failed. */
    RED("31"),
    CYAN("36"),
    /** Ids and times. */
    DIM("2"),
    BOLD("1");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    /** The text in this colour, by the codes of terminals. */
    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
