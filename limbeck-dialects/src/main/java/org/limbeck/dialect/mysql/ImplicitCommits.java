package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlTokens;

/** Statements that commit what came before them, by the lists in the manuals of MySQL 8.4 and MariaDB. */
final class ImplicitCommits {
    private static final Set<String> ALWAYS = Set.of(
            "alter",
            "rename",
            "truncate",
            "grant",
            "revoke",
            "install",
            "uninstall",
            "flush",
            "optimize",
            "repair",
            "analyze",
            "cache",
            "reset",
            "change",
            "clone",
            "import",
            "lock",
            "unlock",
            "shutdown",
            "restart",
            // What a procedure or a prepared statement does is not known; taken for a commit, it is journaled before.
            "call",
            "execute");

    private static final int WORDS = 4;

    /** The words that tell stand in front; marks of comments that are executed may stand before them and between. */
    private static final int LOOKED_AT = 4 * WORDS;

    private ImplicitCommits() {}

    static boolean in(String sql, SqlSyntax syntax) {
        List<String> words = new ArrayList<>();
        for (String token : SqlTokens.first(LOOKED_AT, sql, syntax)) {
            if (words.size() < WORDS && !token.startsWith("/*") && !token.equals("*/")) {
                words.add(token);
            }
        }
        if (words.isEmpty()) {
            return false;
        }
        String first = words.get(0);
        String second = words.size() > 1 ? words.get(1) : "";
        return switch (first) {
            case "create" -> !second.equals("temporary") && !words.contains("temporary");
            case "drop" -> !second.equals("temporary") && !isPrepared(second);
            case "start", "stop" ->
                second.equals("slave") || second.equals("replica") || second.equals("group_replication");
            case "load" -> second.equals("index");
            case "check" -> second.equals("table") || second.equals("view");
            case "set" -> set(words);
            case "begin" -> second.equals("not");
            default -> ALWAYS.contains(first);
        };
    }

    private static boolean isPrepared(String second) {
        return second.equals("prepare");
    }

    /** {@code SET PASSWORD}, {@code SET DEFAULT ROLE}, and MariaDB's {@code SET STATEMENT ... FOR ALTER}. */
    private static boolean set(List<String> words) {
        String second = words.size() > 1 ? words.get(1) : "";
        return second.equals("password")
                || second.equals("statement")
                || (second.equals("default") && words.contains("role"));
    }
}
