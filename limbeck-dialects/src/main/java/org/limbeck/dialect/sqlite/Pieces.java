package org.limbeck.dialect.sqlite;

import java.util.List;

/** Joins pieces of SQL that may end in a comment. */
final class Pieces {
    private Pieces() {}

    /** With blanks, or a new line where a comment to the end of the line may stand before. */
    static String join(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (String piece : pieces) {
            if (!piece.isEmpty() && text.length() > 0) {
                text.append(closed(text.toString()).endsWith("\n") ? "\n" : " ");
            }
            text.append(piece);
        }
        return text.toString();
    }

    /** The same piece, with a new line if its last line may be a comment. */
    static String closed(String piece) {
        return piece.indexOf("--", piece.lastIndexOf('\n') + 1) < 0 ? piece : piece + "\n";
    }
}
