package org.limbeck.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlTokens;

/** The words of a raw statement, in lower case and without quotes. */
record RawWords(List<String> tokens) {
    /** What begins statements that leave a schema as it is. {@code WITH} may begin no DDL in any of the databases. */
    private static final Set<String> DATA = Set.of(
            "insert",
            "update",
            "delete",
            "replace",
            "merge",
            "select",
            "with",
            "values",
            "table",
            "set",
            "reset",
            "show",
            "analyze",
            "vacuum",
            "optimize",
            "explain",
            "begin",
            "start",
            "commit",
            "lock",
            "unlock",
            "pragma",
            "grant",
            "revoke");

    private static final int LONGEST = 60;

    static RawWords of(String sql, SqlSyntax syntax) {
        return new RawWords(SqlTokens.of(sql, syntax));
    }

    /** A name as it is compared here. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean mayChangeSchema() {
        return !tokens.isEmpty() && (!DATA.contains(tokens.get(0)) || selectsInto());
    }

    /** {@code SELECT ... INTO t} makes a table on PostgreSQL; an insert has its {@code INTO} right behind it. */
    private boolean selectsInto() {
        return tokens.get(0).equals("select") && tokens.contains("into");
    }

    /** All of them; a quoted name also without its quotes. */
    Set<String> all() {
        Set<String> words = new HashSet<>();
        for (String token : tokens) {
            words.add(plain(token));
            words.add(SqlTokens.name(token));
        }
        return words;
    }

    String beginning() {
        String text = String.join(" ", tokens);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
