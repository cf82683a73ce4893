package org.limbeck.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.limbeck.load.JavaLexer.Kind;
import org.limbeck.load.ScriptSource.InClass;
import org.limbeck.load.ScriptSource.TextSource;

/**
 * The cheap hash of a script's source: 16 hexadecimal digits (FNV-1a, 64 bits). For Java it covers the tokens without
 * comments and layout, for SQL the whole text with line breaks as LF. A different hash says only that the meaning has
 * to be looked at; it is no protection against a forger.
 */
public final class SourceHash {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final char BETWEEN_TOKENS = '\u0001';

    private long hash = OFFSET_BASIS;

    private SourceHash() {}

    /** The hash of {@link JavaCode} of a script; of SQL, the same as {@link #of}. */
    static String ofCode(ScriptHeader header) {
        if (header.source() instanceof InClass compiled) {
            return compiled.codeHash();
        }
        TextSource source = (TextSource) header.source();
        return header.kind() == ScriptKind.JAVA
                ? ofCode(new String(source.bytes(), StandardCharsets.UTF_8))
                : of(header);
    }

    /** The hash of {@link JavaCode} of a script's source. */
    public static String ofCode(String source) {
        SourceHash hash = new SourceHash();
        for (String token : JavaCode.tokens(source)) {
            hash.add(token, 0, token.length());
            hash.add(BETWEEN_TOKENS);
        }
        return hash.hex();
    }

    /** The hash of a script; reads the source, except of a compiled class, whose index notes it. */
    static String of(ScriptHeader header) {
        if (header.source() instanceof InClass compiled) {
            return compiled.sourceHash();
        }
        TextSource source = (TextSource) header.source();
        if (header.kind() == ScriptKind.JAVA) {
            return ofJava(new String(source.bytes(), StandardCharsets.UTF_8));
        }
        try (Reader reader = new InputStreamReader(source.open(), StandardCharsets.UTF_8)) {
            return ofSql(reader);
        } catch (IOException e) {
            throw source.unreadable(e).exception(e);
        }
    }

    /** The hash of Java source. */
    public static String ofJava(String source) {
        SourceHash hash = new SourceHash();
        JavaLexer lexer = new JavaLexer(source);
        while (lexer.next() != Kind.END) {
            hash.add(source, lexer.start(), lexer.end());
            hash.add(BETWEEN_TOKENS);
        }
        return hash.hex();
    }

    /** The hash of an SQL script; does not close the reader. */
    public static String ofSql(Reader script) throws IOException {
        SourceHash hash = new SourceHash();
        BufferedReader reader = new BufferedReader(script);
        int next = reader.read();
        next = next == '\uFEFF' ? reader.read() : next;
        int before = 0;
        for (; before >= 0; next = reader.read()) {
            if (before == '\r' && next != '\n') {
                hash.add('\r');
            }
            if (next != '\r' && next >= 0) {
                hash.add((char) next);
            }
            before = next;
        }
        return hash.hex();
    }

    private void add(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\r' || i + 1 == to || text.charAt(i + 1) != '\n') {
                add(c);
            }
        }
    }

    private void add(char c) {
        hash = (hash ^ c) * PRIME;
    }

    private String hex() {
        return HexFormat.of().toHexDigits(hash);
    }
}
