package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlStatement;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;
import org.limbeck.sql.StatementSplitter;

/** Ends statements so that they are read back as they are. */
final class SqlEnd {
    private static final List<String> DELIMITERS = List.of("//", "$$", "||", "@@", "~~");

    private SqlEnd() {}

    /**
     * The statement with what ends it, and with a delimiter of its own where its body needs one.
     *
     * @throws LimbeckException INVALID_OPERATION if no ending makes it one statement
     */
    static String ended(String sql, SqlSyntax syntax) {
        String bare = sql.strip();
        for (String candidate : candidates(bare, syntax)) {
            if (reads(candidate, bare, syntax)) {
                return candidate;
            }
        }
        throw Problem.of(
                        ErrorCode.INVALID_OPERATION, "A statement cannot be written so that it is read as one: " + bare)
                .exception();
    }

    private static List<String> candidates(String sql, SqlSyntax syntax) {
        List<String> candidates = new ArrayList<>(List.of(sql + ";", sql + "\n;"));
        if (syntax.has(Trait.DELIMITER_COMMAND)) {
            DELIMITERS.stream()
                    .filter(delimiter -> !sql.contains(delimiter))
                    .map(delimiter -> "DELIMITER " + delimiter + "\n" + sql + "\n" + delimiter + "\nDELIMITER ;")
                    .forEach(candidates::add);
        }
        return candidates;
    }

    private static boolean reads(String candidate, String sql, SqlSyntax syntax) {
        try {
            // A second statement behind it shows that the first one ends where it should.
            List<SqlStatement> read = StatementSplitter.all(candidate + "\nSELECT 1;\n", syntax);
            return read.size() == 2
                    && read.get(0).text().equals(sql)
                    && read.get(1).text().equals("SELECT 1");
        } catch (LimbeckException e) {
            return false;
        }
    }
}
