package org.limbeck.dialect.mysql;

import java.util.List;

import org.limbeck.dialect.mysql.Piece.Kind;

/** Statements as the client programs of MySQL and MariaDB read them from a file. */
final class OfflineScript {
    private static final List<String> DELIMITERS = List.of("//", "$$", ";;", "%%", "-- limbeck end");
    private static final int LONGEST_MESSAGE = 128;

    private OfflineScript() {}

    /**
     * With its terminator; a body of statements gets a delimiter of its own. Before a column is changed the session is
     * made strict, for a client's sql_mode is not ours.
     */
    static String statement(String sql) {
        String strict = sql.contains("MODIFY COLUMN ")
                ? "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES');\n"
                : "";
        boolean body = Piece.of(sql).stream()
                .anyMatch(p -> p.kind() == Kind.SIGN && p.text().equals(";"));
        if (!body) {
            return strict + sql + ";";
        }
        String delimiter = DELIMITERS.stream()
                .filter(d -> !sql.contains(d))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no delimiter is free in " + sql));
        return strict + "DELIMITER " + delimiter + "\n" + sql + "\n" + delimiter + "\nDELIMITER ;";
    }

    /** A statement, with its terminator, that fails with a message; the client programs stop at the first error. */
    static String stop(String message) {
        String text = message.codePointCount(0, message.length()) <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE - 3)) + "...";
        return "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = " + MySqlLiterals.quoted(text) + ";";
    }
}
