package org.limbeck.settings.toml;

/** Reads the four kinds of strings. */
final class TomlStrings {
    private final Cursor cursor;

    TomlStrings(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The string that begins here with a quote. */
    String read() {
        boolean literal = cursor.peek() == '\'';
        if (cursor.looksAt("\"\"\"") || cursor.looksAt("'''")) {
            return lines(literal);
        }
        return line(literal);
    }

    /** A string on one line. */
    String line(boolean literal) {
        Position start = cursor.position();
        char quote = cursor.next();
        StringBuilder value = new StringBuilder();
        while (!cursor.taken(quote)) {
            if (cursor.peek() == Cursor.END || cursor.peek() == '\n' || cursor.looksAt("\r\n")) {
                throw new TomlFault(start, "The text has no closing " + quote);
            }
            character(value, literal);
        }
        return value.toString();
    }

    private String lines(boolean literal) {
        Position start = cursor.position();
        char quote = (char) cursor.peek();
        String closing = String.valueOf(quote).repeat(3);
        cursor.skip(3);
        cursor.lineEnd();
        StringBuilder value = new StringBuilder();
        while (!cursor.looksAt(closing)) {
            if (cursor.peek() == Cursor.END) {
                throw new TomlFault(start, "The text has no closing " + closing);
            }
            if (cursor.lineEnd()) {
                value.append('\n');
            } else if (literal || !continued()) {
                character(value, literal);
            }
        }
        cursor.skip(3);
        for (int extra = 0; extra < 2 && cursor.taken(quote); extra++) {
            value.append(quote);
        }
        return value.toString();
    }

    /** Takes a backslash at the end of a line, with the white space up to the next text. */
    private boolean continued() {
        int i = 1;
        while (cursor.peek(i) == ' ' || cursor.peek(i) == '\t') {
            i++;
        }
        boolean endsLine = cursor.peek(i) == '\n' || cursor.peek(i) == '\r' && cursor.peek(i + 1) == '\n';
        if (cursor.peek() != '\\' || !endsLine) {
            return false;
        }
        cursor.skip(i);
        while (cursor.lineEnd() || cursor.peek() == ' ' || cursor.peek() == '\t') {
            cursor.blanks();
        }
        return true;
    }

    private void character(StringBuilder value, boolean literal) {
        cursor.requireText();
        if (literal || cursor.peek() != '\\') {
            value.append(cursor.next());
        } else {
            escape(value);
        }
    }

    private void escape(StringBuilder value) {
        Position start = cursor.position();
        cursor.next();
        int c = cursor.peek();
        int plain = "btnfre\"\\".indexOf(c);
        if (c != Cursor.END && plain >= 0) {
            cursor.next();
            value.append("\b\t\n\f\r\u001b\"\\".charAt(plain));
        } else if (c == 'x' || c == 'u' || c == 'U') {
            cursor.next();
            codePoint(value, start, c == 'x' ? 2 : c == 'u' ? 4 : 8);
        } else {
            throw new TomlFault(
                    start, "There is no such escape; a backslash itself is \\\\, or use 'single quotes' for the text");
        }
    }

    private void codePoint(StringBuilder value, Position start, int digits) {
        long code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = cursor.peek() < 0x80 ? Character.digit(cursor.peek(), 16) : -1;
            if (digit < 0) {
                throw new TomlFault(start, "The escape needs " + digits + " digits");
            }
            code = code * 16 + digit;
            cursor.next();
        }
        if (code > 0x10ffff || code >= 0xd800 && code <= 0xdfff) {
            throw new TomlFault(start, "The escape names no character");
        }
        value.appendCodePoint((int) code);
    }
}
