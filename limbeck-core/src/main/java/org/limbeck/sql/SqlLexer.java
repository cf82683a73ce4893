package org.limbeck.sql;

import static org.limbeck.sql.CharWindow.END;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlSyntax.Trait;

/** Cuts SQL text into tokens; skips blanks and comments. Not thread-safe. */
final class SqlLexer {

    /** What a token is. */
    enum Kind {
        /** An unquoted name or keyword. */
        WORD,
        NUMBER,
        /** A quoted text of any sort: literal, name, dollar body. */
        QUOTED,
        /** One other character. */
        SYMBOL,
        /** The start or the end of an executable comment. */
        HINT,
        /** A {@code --@} line. */
        DIRECTIVE,
        /** What ends a statement. */
        TERMINATOR,
        END
    }

    static final String SEMICOLON = ";";
    private static final long NOWHERE = Long.MAX_VALUE;

    private final CharWindow window;
    private final boolean directives;
    private final boolean backticks;
    private final boolean brackets;
    private final boolean backslashes;
    private final boolean escapeStrings;
    private final boolean dollars;
    private final boolean dollarTags;
    private final boolean nestedComments;
    private final boolean hashComments;
    private final boolean slashComments;
    private final boolean dashNeedsBlank;
    private final boolean hints;

    private String delimiter = SEMICOLON;
    private int hintLine;
    private Kind kind = Kind.END;
    private long pinned = NOWHERE;
    private long start;
    private int startLine;

    SqlLexer(CharWindow window, SqlSyntax syntax, boolean directives) {
        this.window = window;
        this.directives = directives;
        this.backticks = syntax.has(Trait.BACKTICK_QUOTES);
        this.brackets = syntax.has(Trait.BRACKET_QUOTES);
        this.backslashes = syntax.has(Trait.BACKSLASH_ESCAPES);
        this.escapeStrings = syntax.has(Trait.ESCAPE_STRINGS);
        this.dollars = syntax.has(Trait.DOLLAR_QUOTES);
        this.dollarTags = syntax.has(Trait.DOLLAR_TAGS);
        this.nestedComments = syntax.has(Trait.NESTED_COMMENTS);
        this.hashComments = syntax.has(Trait.HASH_COMMENTS);
        this.slashComments = syntax.has(Trait.SLASH_COMMENTS);
        this.dashNeedsBlank = syntax.has(Trait.DASH_NEEDS_BLANK);
        this.hints = syntax.has(Trait.EXECUTABLE_COMMENTS);
    }

    void delimiter(String text) {
        delimiter = text;
    }

    boolean usualDelimiter() {
        return delimiter.equals(SEMICOLON);
    }

    /** Keeps all text from the last token on. */
    void pin() {
        pinned = start;
    }

    /** Ends what {@link #pin} began and gives the text from there to an offset. */
    String unpin(long to) {
        String text = window.text(pinned, to);
        pinned = NOWHERE;
        return text;
    }

    Kind kind() {
        return kind;
    }

    long start() {
        return start;
    }

    int startLine() {
        return startLine;
    }

    /** The offset behind the last token. */
    long end() {
        return window.offset();
    }

    /** The last token's text; its characters must still be kept. */
    String text() {
        return window.text(start, window.offset());
    }

    /** Whether the last token is this word, in upper case, whatever its case. */
    boolean is(String upper) {
        if (window.offset() - start != upper.length()) {
            return false;
        }
        for (int i = 0; i < upper.length(); i++) {
            if (Character.toUpperCase(window.charAt(start + i)) != upper.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last token is this one character. */
    boolean is(char symbol) {
        return kind == Kind.SYMBOL && window.charAt(start) == symbol;
    }

    /**
     * Reads the next token.
     *
     * @throws LimbeckException if a quote or comment is not closed
     */
    Kind next() {
        window.keepFrom(pinned);
        skipBlanksAndComments();
        start = window.offset();
        window.keepFrom(Math.min(pinned, start));
        startLine = window.line();
        kind = read();
        return kind;
    }

    /** Reads the rest of the line, stripped. */
    String restOfLine() {
        long from = window.offset();
        window.advanceLine();
        return window.text(from, window.offset()).strip();
    }

    private void skipBlanksAndComments() {
        for (int next = window.peek(); next != END; next = window.peek()) {
            if (next <= ' ' || next == '\uFEFF') {
                window.advance();
            } else if (next == '/' && window.peek(1) == '*' && !atHint()) {
                skipBlockComment();
            } else if (next <= '/' && atLineComment(next)) {
                window.advanceLine();
            } else {
                return;
            }
        }
    }

    private boolean atLineComment(int next) {
        return switch (next) {
            case '-' -> window.peek(1) == '-' && !atDirective() && (!dashNeedsBlank || window.peek(2) <= ' ');
            case '#' -> hashComments;
            case '/' -> slashComments && window.peek(1) == '/' && !atDelimiter();
            default -> false;
        };
    }

    private boolean atDirective() {
        return directives && window.atLineStart() && window.startsWith(SqlDirective.MARK);
    }

    private boolean atDelimiter() {
        return window.startsWith(delimiter);
    }

    private boolean atHint() {
        return hints && (window.peek(2) == '!' || (window.peek(2) == 'M' && window.peek(3) == '!'));
    }

    private Kind read() {
        int next = window.peek();
        if (next == END) {
            return atEnd();
        } else if (atDirective()) {
            window.advanceLine();
            return Kind.DIRECTIVE;
        } else if (hintLine == 0 && atDelimiter()) {
            window.advance(delimiter.length());
            return Kind.TERMINATOR;
        } else if (isWordStart(next)) {
            return word(next);
        } else if (next >= '0' && next <= '9') {
            advanceWhile(true);
            return Kind.NUMBER;
        }
        return quotedOrSymbol(next);
    }

    private Kind atEnd() {
        if (hintLine > 0) {
            throw unterminated("An executable comment", hintLine);
        }
        return Kind.END;
    }

    private Kind word(int first) {
        if (escapeStrings && (first == 'e' || first == 'E') && window.peek(1) == '\'') {
            window.advance();
            return quoted('\'', true);
        }
        advanceWhile(false);
        return Kind.WORD;
    }

    private void advanceWhile(boolean number) {
        boolean usual = usualDelimiter();
        for (int next = window.peek(); isWordPart(next) || (number && next == '.'); next = window.peek()) {
            if (!usual && atDelimiter()) {
                return;
            }
            window.advance();
        }
    }

    private Kind quotedOrSymbol(int next) {
        return switch (next) {
            case '\'', '"' -> quoted((char) next, backslashes);
            case '`' -> backticks ? quoted('`', false) : symbol();
            case '[' -> brackets ? quoted(']', false) : symbol();
            case '$' -> dollars ? dollar() : symbol();
            case '/' -> window.peek(1) == '*' ? hintStart() : symbol();
            case '*' -> hintLine > 0 && window.peek(1) == '/' ? hintEnd() : symbol();
            default -> symbol();
        };
    }

    private Kind symbol() {
        boolean pair = Character.isHighSurrogate((char) window.peek());
        window.advance();
        if (pair) {
            window.advance();
        }
        return Kind.SYMBOL;
    }

    private Kind hintStart() {
        hintLine = window.line();
        window.advance(window.peek(2) == 'M' ? 4 : 3);
        while (window.peek() >= '0' && window.peek() <= '9') {
            window.advance();
        }
        return Kind.HINT;
    }

    private Kind hintEnd() {
        hintLine = 0;
        window.advance(2);
        return Kind.HINT;
    }

    private Kind quoted(char close, boolean escapes) {
        int line = window.line();
        window.advance();
        for (int next = window.peek(); next != END; next = window.peek()) {
            window.advance();
            if (escapes && next == '\\') {
                window.advance();
            } else if (next == close) {
                if (window.peek() != close) {
                    return Kind.QUOTED;
                }
                window.advance();
            }
        }
        throw unterminated("A text in quotes", line);
    }

    private Kind dollar() {
        int length = dollarTagLength();
        if (length == 0) {
            return symbol();
        }
        int line = window.line();
        long from = window.offset();
        window.advance(length);
        String tag = window.text(from, window.offset());
        while (window.peek() != END) {
            if (window.peek() == '$' && window.startsWith(tag)) {
                window.advance(length);
                return Kind.QUOTED;
            }
            window.advance();
        }
        throw unterminated("A text in dollar quotes", line);
    }

    private int dollarTagLength() {
        int length = 1;
        if (dollarTags && isWordStart(window.peek(1))) {
            while (isWordPart(window.peek(length)) && window.peek(length) != '$') {
                length++;
            }
        }
        return window.peek(length) == '$' ? length + 1 : 0;
    }

    private void skipBlockComment() {
        int line = window.line();
        int depth = 0;
        while (window.peek() != END) {
            if (window.peek() == '*' && window.peek(1) == '/') {
                window.advance(2);
                depth--;
            } else if (window.peek() == '/' && window.peek(1) == '*') {
                window.advance(2);
                depth = nestedComments ? depth + 1 : 1;
            } else {
                window.advance();
            }
            if (depth == 0) {
                return;
            }
        }
        throw unterminated("A comment", line);
    }

    LimbeckException unterminated(String what, int line) {
        return Problem.of(ErrorCode.UNTERMINATED_STATEMENT, what + " begins here and never ends.")
                .at(window.file(), line)
                .why("The end of the script was reached inside it.")
                .todo("close it, or double the quote if it belongs to the text")
                .exception();
    }

    static boolean isWordStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && c != '\uFEFF');
    }

    static boolean isWordPart(int c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }
}
