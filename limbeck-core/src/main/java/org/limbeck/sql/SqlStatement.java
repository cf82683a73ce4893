package org.limbeck.sql;

/**
 * One statement of a script.
 *
 * @param text from its first token to its last: no terminator, no comments around it; comments inside are kept
 * @param line the line of its first token, from 1
 * @param offset how many UTF-16 units precede it
 */
public record SqlStatement(String text, int line, long offset) implements SqlPiece {

    /** The same statement with other text, as after replacing parameters. */
    public SqlStatement withText(String other) {
        return new SqlStatement(other, line, offset);
    }
}
