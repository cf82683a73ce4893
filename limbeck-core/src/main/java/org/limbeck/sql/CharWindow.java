package org.limbeck.sql;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * A moving window over a text: looks ahead, counts lines, and keeps only what is still wanted, so that the length of
 * the text does not matter. Not thread-safe.
 */
final class CharWindow {
    static final int END = -1;
    private static final int FIRST_SIZE = 4 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final @Nullable String file;
    private char[] chars;
    private int at;
    private int end;
    private long base;
    private long keep;
    private int line;
    private boolean lineStart = true;

    /** A window over a text that is held already; most are short, and there are many of them. */
    CharWindow(String text) {
        this(text, null, 1, 0);
    }

    CharWindow(String text, @Nullable String file, int firstLine, long firstOffset) {
        this(new StringReader(text), file, firstLine, firstOffset, Math.max(1, text.length()));
    }

    CharWindow(Reader reader, @Nullable String file, int firstLine, long firstOffset) {
        this(reader, file, firstLine, firstOffset, FIRST_SIZE);
    }

    private CharWindow(Reader reader, @Nullable String file, int firstLine, long firstOffset, int size) {
        this.chars = new char[size];
        this.reader = reader;
        this.file = file;
        this.line = firstLine;
        this.base = firstOffset;
        this.keep = firstOffset;
        if (firstOffset == 0 && peek() == BYTE_ORDER_MARK) {
            at++;
        }
    }

    @Nullable
    String file() {
        return file;
    }

    int line() {
        return line;
    }

    long offset() {
        return base + at;
    }

    /** Whether nothing but blanks precedes the next character on its line. */
    boolean atLineStart() {
        return lineStart;
    }

    /** The next character, or {@link #END}. */
    int peek() {
        return at < end || fill(1) ? chars[at] : END;
    }

    /** The character so many places behind the next one, or {@link #END}. */
    int peek(int ahead) {
        return at + ahead < end || fill(ahead + 1) ? chars[at + ahead] : END;
    }

    boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void advance() {
        int next = peek();
        if (next == END) {
            return;
        }
        if (next == 0) {
            throw nulCharacter();
        }
        if (next == '\n' || (next == '\r' && peek(1) != '\n')) {
            lineStart = true;
            line++;
        } else {
            lineStart &= next == ' ' || next == '\t';
        }
        at++;
    }

    void advance(int count) {
        for (int i = 0; i < count; i++) {
            advance();
        }
    }

    /** Moves to the end of the line, before its line break. */
    void advanceLine() {
        for (int next = peek(); next != END && next != '\n' && next != '\r'; next = peek()) {
            advance();
        }
    }

    /** Promises that text before this offset will not be asked for. */
    void keepFrom(long offset) {
        keep = offset;
    }

    /** The text between two offsets, both at or behind the one given to {@link #keepFrom}. */
    String text(long from, long to) {
        return new String(chars, (int) (from - base), (int) (to - from));
    }

    /** The character at an offset that is still kept. */
    char charAt(long offset) {
        return chars[(int) (offset - base)];
    }

    private boolean fill(int wanted) {
        while (end - at < wanted) {
            makeRoom();
            int count = read();
            if (count < 0) {
                return false;
            }
            end += count;
        }
        return true;
    }

    private void makeRoom() {
        if (end < chars.length) {
            return;
        }
        int from = (int) Math.min(Math.max(0, keep - base), at);
        int kept = end - from;
        char[] target = kept > chars.length / 2 ? new char[chars.length * 2] : chars;
        System.arraycopy(chars, from, target, 0, kept);
        chars = target;
        base += from;
        at -= from;
        end = kept;
    }

    private int read() {
        try {
            return reader.read(chars, end, chars.length - end);
        } catch (CharacterCodingException e) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The script is not UTF-8 text.")
                    .at(file, line)
                    .why("A byte after this line does not belong to any UTF-8 character.")
                    .todo("save the file as UTF-8")
                    .exception(e);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The script cannot be read.")
                    .at(file, line)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private RuntimeException nulCharacter() {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The SQL text holds a NUL character.")
                .at(file, line)
                .why("Databases cut or refuse text at a NUL; a file full of them is usually UTF-16.")
                .todo("save the file as UTF-8, or write the character as an escape of the database")
                .exception();
    }
}
