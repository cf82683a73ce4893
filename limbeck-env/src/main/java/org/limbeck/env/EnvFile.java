package org.limbeck.env;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Entry.Assignment;

/** An env file as it stands, byte for byte, and what it means. Immutable. */
public final class EnvFile {
    /** The UTF-8 byte order mark, one character for each byte. */
    private static final String MARK = "\u00ef\u00bb\u00bf";

    private final String mark;
    private final List<Entry> entries;
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();

    private EnvFile(String mark, List<Entry> entries) {
        this.mark = mark;
        this.entries = entries;
        for (Entry entry : entries) {
            if (entry instanceof Assignment assignment) {
                assignments.put(assignment.name(), assignment);
            }
        }
    }

    /** Understands any bytes: never fails, and {@link #bytes()} gives them back. */
    public static EnvFile parse(byte[] bytes) {
        return parse(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    static EnvFile parse(String text) {
        int start = 0;
        while (text.startsWith(MARK, start)) {
            start += MARK.length();
        }
        return new EnvFile(text.substring(0, start), Parser.parse(text.substring(start)));
    }

    /**
     * The variables of a file: names to effective values in the order of the file. Quotes are taken off, nothing is
     * expanded, the last of several equal names wins. A value that is not UTF-8 is read as ISO 8859-1.
     *
     * @throws EnvException if the file does not exist, cannot be read, or is UTF-16
     */
    public static Map<String, String> read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Assignment assignment : load(file, file.toString()).assignments.values()) {
            values.put(assignment.name(), decode(assignment.value().effective()));
        }
        return values;
    }

    /** Reads a file which messages call {@code shown}. */
    static EnvFile load(Path file, String shown) {
        byte[] bytes = loadBytes(file, shown);
        refuseWide(bytes, shown);
        return parse(bytes);
    }

    /** Text in two-byte units, which some editors of Windows write, would look like lines of no known form. */
    static void refuseWide(byte[] bytes, String shown) {
        if (isWide(bytes)) {
            throw EnvError.WIDE_ENCODING.because(
                    shown + " is UTF-16", "save it as UTF-8 (iconv -f UTF-16 -t UTF-8) and run this again");
        }
    }

    static byte[] loadBytes(Path file, String shown) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw EnvError.FILE_MISSING.because(
                    "there is no file " + shown, "name the right file, or the project's folder with --dir", e);
        } catch (IOException e) {
            throw EnvError.NOT_READABLE.because(
                    shown + " cannot be read: " + EnvError.reason(e), "look at the file's kind and rights", e);
        }
    }

    private static boolean isWide(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        boolean little = bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe && bytes[3] == 0;
        boolean big = bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff && bytes[2] == 0;
        return little || big;
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        StringBuilder out = new StringBuilder(mark);
        for (Entry entry : entries) {
            out.append(entry.text()).append(entry.end());
        }
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** All entries in order. */
    public List<Entry> entries() {
        return new ArrayList<>(entries);
    }

    /** The assignment that counts for a name (the last), or null. */
    public @Nullable Assignment find(String name) {
        return assignments.get(name);
    }

    /** Names to the assignments that count, in the order in which the names first appear. */
    Map<String, Assignment> assignments() {
        return assignments;
    }

    /** Whether there is nothing but blanks. */
    boolean isBlank() {
        for (Entry entry : entries) {
            if (!(entry instanceof Entry.Blank)) {
                return false;
            }
        }
        return true;
    }

    /** The first line end of the file; {@code \n} if it has none. */
    String lineEnd() {
        for (Entry entry : entries) {
            if (!entry.end().isEmpty()) {
                return entry.end();
            }
        }
        return "\n";
    }

    /** Characters for people from one character for each byte: UTF-8 where it is that, else ISO 8859-1. */
    public static String decode(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return decodeUtf8(bytes);
            }
        }
        return bytes;
    }

    private static String decodeUtf8(String bytes) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException notUtf8) {
            return bytes;
        }
    }
}
