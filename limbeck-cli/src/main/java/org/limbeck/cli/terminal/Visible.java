package org.limbeck.cli.terminal;

/** Makes control characters visible. */
public final class Visible {
    private Visible() {}

    /** The text itself if there is nothing harmful in it. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHarmful(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    /** Control characters, and those that turn the direction of writing. */
    private static boolean isHarmful(char c) {
        return Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                out.append("    ");
            } else if (!isHarmful(c)) {
                out.append(c);
            } else if (c != '\r') {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            }
        }
        return out.toString();
    }
}
