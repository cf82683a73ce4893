package org.limbeck.env;

/**
 * The right side of an assignment, as written and as meant.
 *
 * @param raw the text in the file, quotes included, without the blanks and the comment around it
 * @param style how it is written
 * @param effective what it means: without quotes, nothing expanded, line ends as {@code \n}
 */
public record Value(String raw, Style style, String effective) {

    /** How a value is written. */
    public enum Style {
        /** Without quotes. */
        PLAIN,
        /** Between two quotes of one kind; may span lines. */
        QUOTED,
        /** Begins with a quote that nothing closes: the rest of the line is taken as it stands. */
        UNCLOSED,
        /** Has text after the closing quote: the rest of the line is taken as it stands. */
        MIXED
    }

    static Value plain(String raw) {
        return new Value(raw, Style.PLAIN, raw);
    }

    static Value wholeLine(String raw, Style style) {
        return new Value(raw, style, raw);
    }

    static Value quoted(String raw) {
        String inside = raw.substring(1, raw.length() - 1);
        String text = raw.charAt(0) == '"' ? unescape(inside) : inside;
        return new Value(raw, Style.QUOTED, unixLines(text));
    }

    /** The same meaning written so that it needs nothing of its surroundings. */
    Value requoted() {
        boolean single = effective.indexOf('\'') < 0;
        String safe = single ? effective : effective.replace("\\", "\\\\").replace("\"", "\\\"");
        char quote = single ? '\'' : '"';
        return new Value(quote + safe + quote, Style.QUOTED, effective);
    }

    /** Whether both are the same text, line ends aside. */
    boolean writtenLike(Value other) {
        return raw.equals(other.raw) || unixLines(raw).equals(unixLines(other.raw));
    }

    static String unixLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    /** Only what the search for the closing quote must honour: {@code \"} and {@code \\}. */
    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
                i++;
                out.append(text.charAt(i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Never the value: it may be a secret. */
    @Override
    public String toString() {
        return "Value[" + style + "]";
    }
}
