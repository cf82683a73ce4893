package org.limbeck.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.LimbeckException;
import org.limbeck.load.ScriptSource.TextSource;
import org.limbeck.sql.SqlScanner;
import org.limbeck.sql.SqlSyntax;

/**
 * The text of an SQL script: a short one is held and read from the disk once, a long one is read whenever it is wanted.
 * Immutable; thread-safe.
 *
 * @param held null for a long one
 * @param stamp of the file when it was first looked at
 */
record ScriptText(TextSource source, @Nullable String held, SourceStamp stamp) {
    /** Most scripts are shorter, and thousands of this size may be held. */
    private static final int SHORT = 4096;

    /** @throws IOException if it cannot be read, or is no UTF-8 */
    static ScriptText of(TextSource source) throws IOException {
        SourceStamp stamp = SourceStamp.of(source);
        byte[] bytes;
        try (InputStream stream = source.open()) {
            bytes = stream.readNBytes(SHORT + 1);
        }
        return new ScriptText(source, bytes.length > SHORT ? null : decoded(bytes), stamp);
    }

    /** The strict decoder is slow to start, so it is asked only where the other one had to replace something. */
    static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(HeaderReader.REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        }
        return text;
    }

    /** A reader from the beginning, which refuses what is not UTF-8. Close it. */
    Reader open() throws IOException {
        return held != null
                ? new StringReader(held)
                : new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder());
    }

    /** What the reader of a script's text does with it. */
    interface Use {
        void scan(SqlScanner scanner);
    }

    /** Lets the whole script be scanned. */
    void scan(SqlSyntax syntax, Use use) throws IOException {
        if (held != null) {
            use.scan(new SqlScanner(held, syntax, source.name(), 1, 0));
            return;
        }
        try (Reader reader = open()) {
            use.scan(SqlScanner.ofScript(reader, syntax, source.name()));
        }
    }

    /**
     * The steps from an offset on.
     *
     * @param line at the offset
     * @throws LimbeckException FILE_PROBLEM, or UNREADABLE_SCRIPT if the file is no longer what it was
     */
    SqlSteps steps(SqlSyntax syntax, int line, long offset, ParameterText parameters) {
        if (held != null) {
            String rest = held.substring((int) offset);
            SqlScanner scanner = new SqlScanner(rest, syntax, source.name(), line, offset);
            return new SqlSteps(scanner, parameters, source, Reader.nullReader());
        }
        try {
            if (!stamp.isOf(source)) {
                throw new IOException("It was changed after it was first read.");
            }
            Reader reader = open();
            reader.skip(offset);
            SqlScanner scanner = new SqlScanner(reader, syntax, source.name(), line, offset, true);
            return new SqlSteps(scanner, parameters, source, reader);
        } catch (IOException e) {
            throw source.unreadable(e).exception(e);
        }
    }

    /**
     * The {@link SourceHash} of the script.
     *
     * @throws LimbeckException FILE_PROBLEM if it cannot be read
     */
    String sourceHash() {
        try (Reader reader = open()) {
            return SourceHash.ofSql(reader);
        } catch (IOException e) {
            throw source.unreadable(e).exception(e);
        }
    }
}
