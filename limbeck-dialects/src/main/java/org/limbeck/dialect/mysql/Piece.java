package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A piece of SQL text; all pieces of a text, joined, are the text. */
record Piece(Kind kind, String text) {

    enum Kind {
        /** White space or a comment. */
        BLANK,
        /** A bare name or a keyword. */
        WORD,
        /** A number, or a literal in hexadecimal or binary digits. */
        NUMBER,
        /** {@code '...'} or {@code "..."}. */
        STRING,
        /** {@code `...`}. */
        NAME,
        /** An operator or another sign. */
        SIGN
    }

    private static final List<String> LONG_SIGNS =
            List.of("<=>", "->>", "<=", ">=", "<>", "!=", "||", "&&", "<<", ">>", "->", ":=");

    static List<Piece> of(String sql) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            Kind kind = kindAt(sql, at);
            int end = end(sql, at, kind);
            pieces.add(new Piece(kind, sql.substring(at, end)));
            at = end;
        }
        return pieces;
    }

    /** The pieces without blanks. */
    static List<Piece> solid(String sql) {
        return of(sql).stream().filter(p -> p.kind != Kind.BLANK).toList();
    }

    static String join(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Whether this is a word, whatever its case. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.WORD;
    }

    /** The name itself, or the text in the quotes. */
    String value() {
        return switch (kind) {
            case NAME -> text.substring(1, text.length() - 1).replace("``", "`");
            case STRING -> unescape(text);
            default -> text;
        };
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String unescape(String quoted) {
        char quote = quoted.charAt(0);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                text.append(escaped(quoted.charAt(++i)));
            } else {
                text.append(c);
                i += c == quote ? 1 : 0;
            }
        }
        return text.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'Z' -> '\u001a';
            default -> c;
        };
    }

    private static Kind kindAt(String sql, int at) {
        char c = sql.charAt(at);
        if (c <= ' ' || commentAt(sql, at)) {
            return Kind.BLANK;
        }
        if (c == '\'' || c == '"') {
            return Kind.STRING;
        }
        if (c == '`') {
            return Kind.NAME;
        }
        boolean quoteFollows = at + 1 < sql.length() && sql.charAt(at + 1) == '\'';
        if ((c >= '0' && c <= '9') || (quoteFollows && "xXbB".indexOf(c) >= 0)) {
            return Kind.NUMBER;
        }
        return wordPart(c) ? Kind.WORD : Kind.SIGN;
    }

    private static boolean commentAt(String sql, int at) {
        return sql.startsWith("/*", at) || sql.startsWith("-- ", at) || sql.charAt(at) == '#';
    }

    private static boolean wordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@' || c >= 0x80;
    }

    private static int end(String sql, int at, Kind kind) {
        return switch (kind) {
            case BLANK -> blankEnd(sql, at);
            case STRING -> quotedEnd(sql, at, true);
            case NAME -> quotedEnd(sql, at, false);
            case NUMBER -> numberEnd(sql, at);
            case WORD -> wordEnd(sql, at);
            case SIGN -> at + signLength(sql, at);
        };
    }

    private static int blankEnd(String sql, int at) {
        if (sql.charAt(at) <= ' ') {
            int end = at + 1;
            while (end < sql.length() && sql.charAt(end) <= ' ') {
                end++;
            }
            return end;
        }
        boolean block = sql.startsWith("/*", at);
        int close = sql.indexOf(block ? "*/" : "\n", at + (block ? 2 : 1));
        return close < 0 ? sql.length() : close + (block ? 2 : 1);
    }

    private static int quotedEnd(String sql, int at, boolean backslashes) {
        char quote = sql.charAt(at);
        for (int i = at + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && backslashes) {
                i++;
            } else if (c == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    private static int numberEnd(String sql, int at) {
        if (sql.charAt(at) > '9') {
            return quotedEnd(sql, at + 1, false);
        }
        int end = at;
        while (end < sql.length() && (wordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static int wordEnd(String sql, int at) {
        int end = at;
        while (end < sql.length() && wordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int signLength(String sql, int at) {
        return LONG_SIGNS.stream()
                .filter(sign -> sql.startsWith(sign, at))
                .findFirst()
                .map(String::length)
                .orElse(1);
    }
}
