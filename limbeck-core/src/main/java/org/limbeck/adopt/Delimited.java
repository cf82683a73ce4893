package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.LimbeckException;
import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlSyntax.Trait;
import org.limbeck.sql.StatementSplitter;

/** SQL whose statements end with something else than a semicolon. */
final class Delimited {
    private Delimited() {}

    /**
     * The same with statements as Limbeck tells them apart; null where they cannot be.
     *
     * @param delimiter what ends them; empty for a semicolon
     */
    static @Nullable String plain(String sql, String delimiter, SqlSyntax syntax) {
        String end = delimiter.replace("\\n", "").replace("\\r", "").strip();
        if (end.isEmpty() || end.equals(";")) {
            return sql;
        }
        if (syntax.has(Trait.DELIMITER_COMMAND)) {
            return "DELIMITER " + end + "\n" + sql.stripTrailing() + "\nDELIMITER ;\n";
        }
        List<String> pieces = pieces(sql, end);
        StringBuilder text = new StringBuilder();
        for (String piece : pieces) {
            text.append(piece).append(piece.endsWith(";") ? "\n" : ";\n");
        }
        return areApart(text.toString(), pieces.size(), syntax) ? text.toString() : null;
    }

    private static boolean areApart(String sql, int statements, SqlSyntax syntax) {
        try {
            return StatementSplitter.all(sql, syntax).size() == statements;
        } catch (LimbeckException e) {
            // A body that was cut in the middle.
            return false;
        }
    }

    private static List<String> pieces(String sql, String end) {
        List<String> pieces = new ArrayList<>();
        Pattern ends = Pattern.compile(Pattern.quote(end) + "[ \\t]*(\\r?\\n|$)", Pattern.CASE_INSENSITIVE);
        for (String piece : ends.split(sql)) {
            if (!piece.isBlank()) {
                pieces.add(piece.strip());
            }
        }
        return pieces;
    }
}
