package org.limbeck.settings.toml;

/** Goes through a text and knows the line and the column. */
final class Cursor {
    /** What {@link #peek()} gives at the end. */
    static final int END = -1;

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Cursor(String text) {
        this.text = text;
    }

    /** The next character, or {@link #END}. */
    int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    int peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
            lineStart = at;
        }
        return c;
    }

    void skip(int characters) {
        for (int i = 0; i < characters; i++) {
            next();
        }
    }

    boolean taken(int c) {
        if (peek() == c) {
            next();
            return true;
        }
        return false;
    }

    int offset() {
        return at;
    }

    String since(int offset) {
        return text.substring(offset, at);
    }

    Position position() {
        return new Position(line, at - lineStart + 1);
    }

    TomlFault fault(String what) {
        return new TomlFault(position(), what);
    }

    void blanks() {
        while (peek() == ' ' || peek() == '\t') {
            next();
        }
    }

    /** Takes a line end if there is one: LF or CRLF. */
    boolean lineEnd() {
        if (peek() == '\r' && peek(1) == '\n') {
            next();
        }
        return taken('\n');
    }

    /** Takes a comment if there is one, not its line end. */
    void comment() {
        if (peek() != '#') {
            return;
        }
        while (peek() != END && peek() != '\n' && !looksAt("\r\n")) {
            requireText();
            next();
        }
    }

    /** Refuses control characters, which TOML allows nowhere. */
    void requireText() {
        int c = peek();
        if (c < 0x20 && c != '\t' || c == 0x7f) {
            throw fault("A control character (" + c + ") is not allowed here");
        }
    }

    /** Goes to the next line that looks like the beginning of a statement. */
    void skipStatement() {
        do {
            while (peek() != END && peek() != '\n') {
                next();
            }
            taken('\n');
        } while (peek() != END && !atStatement());
    }

    private boolean atStatement() {
        int i = 0;
        while (peek(i) == ' ' || peek(i) == '\t') {
            i++;
        }
        if (peek(i) == '[') {
            return true;
        }
        int start = i;
        while (TomlParser.isBare(peek(i)) || peek(i) == '.' || peek(i) == ' ') {
            i++;
        }
        return i > start && peek(i) == '=';
    }
}
