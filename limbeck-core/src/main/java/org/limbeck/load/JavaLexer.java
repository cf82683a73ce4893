package org.limbeck.load;

/**
 * Cuts Java source into tokens, without comments; knows strings, text blocks and characters. It never fails: text that
 * is not Java gives tokens too. Unicode escapes outside literals are not understood. Not thread-safe.
 */
final class JavaLexer {

    /** What a token is. */
    enum Kind {
        /** A name or keyword. */
        WORD,
        STRING,
        TEXT_BLOCK,
        /** A character or a number. */
        OTHER_LITERAL,
        /** One other character. */
        SYMBOL,
        END
    }

    private final String source;
    private int at;
    private int start;
    private Kind kind = Kind.END;
    private boolean touchedEnd;

    JavaLexer(String source) {
        this.source = source;
        this.at = !source.isEmpty() && source.charAt(0) == '\uFEFF' ? 1 : 0;
    }

    Kind next() {
        skipBlanksAndComments();
        start = at;
        kind = read();
        touchedEnd |= at >= source.length();
        return kind;
    }

    /** Makes the last token the next one again. */
    void back() {
        at = start;
    }

    Kind kind() {
        return kind;
    }

    /** Whether a token was read that more text could change. */
    boolean touchedEnd() {
        return touchedEnd;
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    String text() {
        return source.substring(start, at);
    }

    boolean is(char symbol) {
        return kind == Kind.SYMBOL && source.charAt(start) == symbol;
    }

    boolean is(String word) {
        return kind == Kind.WORD && at - start == word.length() && source.startsWith(word, start);
    }

    /** The line of the last token, from 1. */
    int line() {
        return line(start);
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        int line = 1;
        for (int i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    private void skipBlanksAndComments() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c <= ' ') {
                at++;
            } else if (c == '/' && source.startsWith("//", at)) {
                at = indexOrEnd("\n", at);
            } else if (c == '/' && source.startsWith("/*", at)) {
                at = after("*/", at + 2);
            } else {
                return;
            }
        }
    }

    private Kind read() {
        if (at >= source.length()) {
            return Kind.END;
        }
        char c = source.charAt(at);
        if (Character.isJavaIdentifierStart(c) || Character.isSurrogate(c)) {
            skipWord();
            return Kind.WORD;
        } else if (c >= '0' && c <= '9') {
            skipNumber();
            return Kind.OTHER_LITERAL;
        } else if (c == '"' && source.startsWith("\"\"\"", at)) {
            skipTextBlock();
            return Kind.TEXT_BLOCK;
        } else if (c == '"' || c == '\'') {
            skipQuoted(c);
            return c == '"' ? Kind.STRING : Kind.OTHER_LITERAL;
        }
        at++;
        return Kind.SYMBOL;
    }

    private void skipWord() {
        while (at < source.length()
                && (Character.isJavaIdentifierPart(source.charAt(at)) || Character.isSurrogate(source.charAt(at)))) {
            at++;
        }
    }

    private void skipNumber() {
        while (at < source.length()
                && (Character.isJavaIdentifierPart(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
    }

    /** To the closing quote, or to the end of a line where it is missing. */
    private void skipQuoted(char quote) {
        at++;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote || c == '\n') {
                return;
            } else if (c == '\\' && at < source.length()) {
                at++;
            }
        }
    }

    private void skipTextBlock() {
        at += 3;
        while (at < source.length() && !source.startsWith("\"\"\"", at)) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 3, source.length());
    }

    private int indexOrEnd(String text, int from) {
        int index = source.indexOf(text, from);
        return index < 0 ? source.length() : index;
    }

    private int after(String text, int from) {
        int index = source.indexOf(text, from);
        return index < 0 ? source.length() : index + text.length();
    }
}
