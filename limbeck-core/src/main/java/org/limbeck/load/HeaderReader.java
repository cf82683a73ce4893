package org.limbeck.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.load.HeaderOutcome.Bad;
import org.limbeck.load.HeaderOutcome.TooShort;
import org.limbeck.load.ScriptSource.TextSource;

/**
 * Reads headers of many files quickly: the first two kilobytes of each, and more only where its header is longer. Not thread-safe.
 */
final class HeaderReader {
    private static final int ENOUGH_FOR_MOST = 2048;
    private static final int GROWTH = 16;
    static final char REPLACEMENT = '\uFFFD';

    private final byte[] buffer = new byte[ENOUGH_FOR_MOST];

    HeaderOutcome read(TextSource source, ScriptKind kind) {
        try (InputStream stream = source.open()) {
            return read(stream, source, kind);
        } catch (CharacterCodingException e) {
            return new Bad(notUtf8(source));
        } catch (IOException e) {
            return new Bad(source.unreadable(e));
        }
    }

    private HeaderOutcome read(InputStream stream, ScriptSource source, ScriptKind kind) throws IOException {
        byte[] bytes = buffer;
        int length = stream.readNBytes(bytes, 0, bytes.length);
        while (true) {
            HeaderOutcome outcome = parse(bytes, length, length < bytes.length, source, kind);
            if (!(outcome instanceof TooShort)) {
                return outcome;
            }
            bytes = Arrays.copyOf(bytes, bytes.length * GROWTH);
            length += stream.readNBytes(bytes, length, bytes.length - length);
        }
    }

    private static HeaderOutcome parse(byte[] bytes, int length, boolean whole, ScriptSource source, ScriptKind kind)
            throws CharacterCodingException {
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        if (whole && text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
        } else if (text.indexOf(REPLACEMENT) >= 0) {
            return new TooShort();
        }
        return kind == ScriptKind.JAVA ? JavaHeader.read(text, whole, source) : SqlHeader.read(text, whole, source);
    }

    static Problem notUtf8(ScriptSource source) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The script is not UTF-8 text.")
                .at(source.name(), 0)
                .todo("save the file as UTF-8");
    }
}
