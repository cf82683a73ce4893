package org.limbeck.run;

import java.util.List;
import java.util.Locale;

import org.limbeck.sql.SqlSyntax;
import org.limbeck.sql.SqlTokens;

/** How a statement is shown to people: shortened, and without what stands in quotes, which may be a secret. */
final class StatementText {
    private static final int SHOWN = 160;

    private StatementText() {}

    /** The first word of a statement, in capitals; comments before it are passed over. */
    static String head(String sql, SqlSyntax syntax) {
        List<String> tokens = SqlTokens.first(1, sql, syntax);
        return tokens.isEmpty() ? "" : tokens.get(0).toUpperCase(Locale.ROOT);
    }

    static String shown(String sql) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < sql.length() && out.length() < SHOWN; i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                out.append(quoted ? "...'" : "'");
                quoted = !quoted;
            } else if (!quoted) {
                out.append(c < ' ' ? ' ' : c);
            }
        }
        return collapse(out.toString()) + (out.length() >= SHOWN ? " ..." : "");
    }

    private static String collapse(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            boolean blank = c == ' ' && !out.isEmpty() && out.charAt(out.length() - 1) == ' ';
            if (!blank) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
