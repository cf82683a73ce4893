package org.limbeck.cli.terminal;

/** A sign, with a stand-in where the encoding has only ASCII. */
public enum Mark {
    DONE("✓", "+", Colour.GREEN),
    FAILED("✗", "x", Colour.RED),
    CARE("!", "!", Colour.YELLOW),
    DOT("·", "-", Colour.DIM),
    CUT("…", "...", Colour.PLAIN);

    private final String sign;
    private final String ascii;
    private final Colour colour;

    Mark(String sign, String ascii, Colour colour) {
        this.sign = sign;
        this.ascii = ascii;
        this.colour = colour;
    }

    public String text(boolean unicode) {
        return unicode ? sign : ascii;
    }

    public Colour colour() {
        return colour;
    }
}
