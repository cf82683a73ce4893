package org.limbeck.sql;

/**
 * A line {@code --@ keyword rest}.
 *
 * @param text the line behind {@code --@}, stripped
 * @param line its line, from 1
 * @param offset how many UTF-16 units precede the line
 * @param end the offset of the line's end
 */
public record SqlDirective(String text, int line, long offset, long end) implements SqlPiece {

    /** What every directive begins with, at the start of its line. */
    public static final String MARK = "--@";
}
