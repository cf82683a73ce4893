package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.limbeck.dialect.Names;

/**
 * A token of SQLite's SQL and where it stands.
 *
 * @param end the offset behind it
 */
record Token(Kind kind, String text, int start, int end) {

    /** What a token is. */
    enum Kind {
        WORD,
        /** A quoted name: double quotes, backticks or brackets. */
        NAME,
        /** A text in single quotes. */
        STRING,
        /** {@code X'0A'}. */
        BLOB,
        NUMBER,
        SYMBOL
    }

    boolean isWord(String upper) {
        return kind == Kind.WORD && text.equalsIgnoreCase(upper);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** Whether it may stand for a name; SQLite takes texts as names too. */
    boolean names() {
        return kind == Kind.WORD || kind == Kind.NAME || kind == Kind.STRING;
    }

    /** Whether it stands for this name; SQLite does not look at the case. */
    boolean names(String name) {
        return names() && kind != Kind.STRING && value().equalsIgnoreCase(name);
    }

    /** The name or text without its quotes. */
    String value() {
        return switch (kind) {
            case NAME, STRING -> unquoted();
            default -> text;
        };
    }

    private String unquoted() {
        char open = text.charAt(0);
        String inner = text.substring(1, text.length() - 1);
        String quote = String.valueOf(open);
        return open == '[' ? inner : inner.replace(quote + quote, quote);
    }

    /** The same for two tokens that SQLite reads alike. */
    String normal() {
        return switch (kind) {
            case WORD -> text.toLowerCase(Locale.ROOT);
            case NAME -> Names.quoted(value().toLowerCase(Locale.ROOT), '"', Keywords.RESERVED);
            case NUMBER, BLOB -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    /**
     * All tokens of a text; blanks and comments are left out.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    static List<Token> all(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while ((at = skip(sql, at)) < sql.length()) {
            Token token = at(sql, at);
            tokens.add(token);
            at = token.end;
        }
        return tokens;
    }

    /** The offset of the first character that is no blank and no comment. */
    private static int skip(String sql, int from) {
        int at = from;
        while (at < sql.length()) {
            if (sql.startsWith("--", at)) {
                int end = sql.indexOf('\n', at);
                at = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else if (sql.charAt(at) <= ' ') {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static Token at(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '\'') {
            return quoted(Kind.STRING, sql, at, at, '\'');
        }
        if (c == '"' || c == '`') {
            return quoted(Kind.NAME, sql, at, at, c);
        }
        if (c == '[') {
            return quoted(Kind.NAME, sql, at, at, ']');
        }
        if ((c == 'x' || c == 'X') && sql.startsWith("'", at + 1)) {
            return quoted(Kind.BLOB, sql, at, at + 1, '\'');
        }
        if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
            return number(sql, at);
        }
        return inWord(c) ? word(sql, at) : new Token(Kind.SYMBOL, String.valueOf(c), at, at + 1);
    }

    private static Token quoted(Kind kind, String sql, int start, int open, char close) {
        int at = open + 1;
        while ((at = sql.indexOf(close, at)) >= 0) {
            boolean doubled = close != ']' && at + 1 < sql.length() && sql.charAt(at + 1) == close;
            if (!doubled) {
                return new Token(kind, sql.substring(start, at + 1), start, at + 1);
            }
            at += 2;
        }
        throw new IllegalArgumentException("a quote is not closed: " + sql.substring(start));
    }

    private static Token number(String sql, int start) {
        int at = start;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean sign = (c == '+' || c == '-') && isExponent(sql, start, at);
            if (!inWord(c) && c != '.' && !sign) {
                break;
            }
            at++;
        }
        return new Token(Kind.NUMBER, sql.substring(start, at), start, at);
    }

    private static boolean isExponent(String sql, int start, int at) {
        boolean hexadecimal = sql.startsWith("0x", start) || sql.startsWith("0X", start);
        return !hexadecimal && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E');
    }

    private static Token word(String sql, int start) {
        int at = start;
        while (at < sql.length() && inWord(sql.charAt(at))) {
            at++;
        }
        return new Token(Kind.WORD, sql.substring(start, at), start, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean inWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || c >= 0x80;
    }
}
