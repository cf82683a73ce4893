package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.List;

/** Cuts Python into logical lines of tokens, without comments. It never fails. Not thread-safe. */
final class PythonLexer {

    /** What a token is. */
    enum Kind {
        WORD,
        STRING,
        SYMBOL
    }

    /** @param text of a string without its quotes, escapes resolved */
    record Token(Kind kind, String text) {
        boolean is(String word) {
            return kind != Kind.STRING && text.equals(word);
        }
    }

    /** @param indent the column of its first token */
    record LogicalLine(int indent, List<Token> tokens) {
        boolean begins(String word) {
            return tokens.get(0).is(word);
        }
    }

    private final String source;
    private final List<LogicalLine> lines = new ArrayList<>();
    private List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private int indent;

    private PythonLexer(String source) {
        this.source = source;
    }

    static List<LogicalLine> lines(String source) {
        PythonLexer lexer = new PythonLexer(source);
        while (lexer.at < source.length()) {
            lexer.step();
        }
        lexer.endLine();
        return lexer.lines;
    }

    private void step() {
        char c = source.charAt(at);
        if (c == '\n') {
            at++;
            if (depth == 0) {
                endLine();
            }
        } else if (c == '#') {
            int end = source.indexOf('\n', at);
            at = end < 0 ? source.length() : end;
        } else if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) <= ' ') {
            // A line that goes on: the end of this one is skipped.
            int end = source.indexOf('\n', at);
            at = end < 0 ? source.length() : end + 1;
        } else if (c <= ' ') {
            at++;
        } else {
            token(c);
        }
    }

    private void token(char c) {
        if (tokens.isEmpty()) {
            indent = at - 1 - source.lastIndexOf('\n', at - 1);
        }
        int quote = quoteAt();
        if (quote >= 0) {
            string(quote);
        } else if (Character.isJavaIdentifierStart(c) || Character.isDigit(c)) {
            int start = at;
            while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
                at++;
            }
            tokens.add(new Token(Kind.WORD, source.substring(start, at)));
        } else {
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
            tokens.add(new Token(Kind.SYMBOL, String.valueOf(c)));
            at++;
        }
    }

    /** Where a string's quote is, behind a prefix such as {@code r} or {@code f}; -1 if none begins here. */
    private int quoteAt() {
        int quote = at;
        while (quote < source.length() && quote - at < 3 && "rRbBuUfF".indexOf(source.charAt(quote)) >= 0) {
            quote++;
        }
        boolean is = quote < source.length() && (source.charAt(quote) == '"' || source.charAt(quote) == '\'');
        return is ? quote : -1;
    }

    private void string(int quote) {
        boolean raw =
                source.substring(at, quote).toLowerCase(java.util.Locale.ROOT).contains("r");
        String one = source.substring(quote, quote + 1);
        String end = source.startsWith(one.repeat(3), quote) ? one.repeat(3) : one;
        StringBuilder text = new StringBuilder();
        at = quote + end.length();
        while (at < source.length() && !source.startsWith(end, at)) {
            char c = source.charAt(at++);
            if (c == '\\' && !raw && at < source.length()) {
                escape(source.charAt(at++), text);
            } else {
                text.append(c);
            }
        }
        at = Math.min(at + end.length(), source.length());
        tokens.add(new Token(Kind.STRING, text.toString()));
    }

    private static void escape(char c, StringBuilder text) {
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case '\n' -> {}
            default -> text.append(c);
        }
    }

    private void endLine() {
        if (!tokens.isEmpty()) {
            lines.add(new LogicalLine(indent, List.copyOf(tokens)));
        }
        tokens = new ArrayList<>();
    }
}
