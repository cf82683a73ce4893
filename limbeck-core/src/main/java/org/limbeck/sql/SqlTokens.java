package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.limbeck.error.LimbeckException;
import org.limbeck.sql.SqlLexer.Kind;

/** SQL text as tokens. */
public final class SqlTokens {
    private SqlTokens() {}

    /**
     * The tokens of a statement, without comments and layout: words in lower case, quoted text exact (but with line
     * breaks as LF), every other character by itself.
     *
     * @throws LimbeckException UNTERMINATED_STATEMENT if a quote or comment is not closed
     */
    public static List<String> of(String sql, SqlSyntax syntax) {
        return first(Integer.MAX_VALUE, sql, syntax);
    }

    /** The first tokens of a statement; what is behind them is not looked at. */
    public static List<String> first(int most, String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(new CharWindow(sql), syntax, false);
        List<String> tokens = new ArrayList<>();
        for (Kind kind = lexer.next(); kind != Kind.END && tokens.size() < most; kind = lexer.next()) {
            tokens.add(normal(kind, lexer.text()));
        }
        return tokens;
    }

    /**
     * The text that two statements share exactly if they differ in layout, comments and the case of unquoted words
     * only. It is for comparing and hashing, not for running.
     *
     * @throws LimbeckException UNTERMINATED_STATEMENT if a quote or comment is not closed
     */
    public static String normalise(String sql, SqlSyntax syntax) {
        return String.join(" ", of(sql, syntax));
    }

    /** A token as names are compared: without its quotes, in lower case. */
    public static String name(String token) {
        boolean quoted = token.length() > 2 && "\"`[".indexOf(token.charAt(0)) >= 0;
        if (!quoted) {
            return token.toLowerCase(Locale.ROOT);
        }
        String quote = token.substring(token.length() - 1);
        return token.substring(1, token.length() - 1)
                .replace(quote + quote, quote)
                .toLowerCase(Locale.ROOT);
    }

    private static String normal(Kind kind, String text) {
        return switch (kind) {
            case WORD, NUMBER -> text.toLowerCase(Locale.ROOT);
            case QUOTED -> unixLines(text);
            default -> text;
        };
    }

    private static String unixLines(String text) {
        String exact = text.startsWith("e'") ? "E" + text.substring(1) : text;
        return exact.indexOf('\r') < 0 ? exact : exact.replace("\r\n", "\n");
    }

    /** A word in upper case; cheap where it is already. */
    static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
