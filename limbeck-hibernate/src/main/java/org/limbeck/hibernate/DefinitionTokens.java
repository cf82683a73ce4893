package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a column's definition with their places. */
final class DefinitionTokens {
    /** A word, a quoted text, a bracket with all in it, or one other character. */
    record Token(String text, int start, int end) {
        String upper() {
            return text.toUpperCase(Locale.ROOT);
        }

        boolean isBracket() {
            return text.startsWith("(");
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();

    DefinitionTokens(String sql) {
        this.sql = sql;
        int at = 0;
        while (at < sql.length()) {
            int end = end(at);
            if (!Character.isWhitespace(sql.charAt(at))) {
                tokens.add(new Token(sql.substring(at, end), at, end));
            }
            at = end;
        }
    }

    private int end(int at) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            return quoted(at, c);
        }
        if (c == '(') {
            return bracket(at);
        }
        int end = at + 1;
        while (isWord(c) && end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
    }

    private int quoted(int at, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) == quote) {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return sql.length();
    }

    private int bracket(int at) {
        int depth = 0;
        int end = at;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            end = c == '\'' || c == '"' || c == '`' ? quoted(end, c) : end + 1;
            if (depth == 0) {
                return end;
            }
        }
        return sql.length();
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** The word at a place in upper case; empty behind the end. */
    String word(int index) {
        return index < tokens.size() ? tokens.get(index).upper() : "";
    }

    /** The text from one token up to another, which is left out. */
    String text(int from, int to) {
        return from >= to
                ? ""
                : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
