package org.limbeck.graph;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** The rule for names of revisions (ids and branch labels), and new ids. */
public final class RevisionId {
    /** The longest id, in characters. */
    public static final int MAX_LENGTH = 64;

    /** The fewest characters of a prefix that names a revision. */
    public static final int MIN_PREFIX = 4;

    private static final int GENERATED_BYTES = 6;

    private RevisionId() {}

    /**
     * Whether this text can be an id or a label: not empty, at most {@value #MAX_LENGTH} characters, none of
     * {@code @ - + :}, no blank and no control character.
     */
    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a target may use this text with a meaning of its own: {@code head}, {@code heads}, {@code base}, {@code current}. */
    public static boolean isReserved(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "head", "heads", "base", "current" -> true;
            default -> false;
        };
    }

    /** A new random id of twelve hexadecimal digits. */
    public static String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isAllowed(char character) {
        return switch (character) {
            case '@', '-', '+', ':' -> false;
            default ->
                !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && !Character.isISOControl(character);
        };
    }
}
