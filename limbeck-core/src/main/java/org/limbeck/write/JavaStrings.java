package org.limbeck.write;

import java.util.Arrays;
import java.util.stream.Stream;

/** Strings as Java writes them. */
final class JavaStrings {
    private static final String DELIMITER = "\"\"\"";

    private JavaStrings() {}

    /** A string literal with its quotes. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> literal.append("\\\"");
                case '\n' -> literal.append("\\n");
                default -> escaped(text, i, literal);
            }
        }
        return literal.append('"').toString();
    }

    /** A character as it stands in a literal of either kind; quotes and line breaks are the caller's. */
    private static void escaped(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < ' ') {
                    // Octal: a Unicode escape is replaced before the literal is read.
                    out.append('\\').append(digits(c, 8, 3));
                } else if (visible(c) || paired(text, at)) {
                    out.append(c);
                } else {
                    out.append("\\u").append(digits(c, 16, 4));
                }
            }
        }
    }

    private static boolean paired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean visible(char c) {
        if (c < 0x7f) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String digits(int number, int radix, int count) {
        String digits = Integer.toString(number, radix);
        return "0".repeat(count - digits.length()) + digits;
    }

    /**
     * The lines of a text block between its delimiters, and the closing delimiter, without the indentation.
     *
     * @param text with at least one line break
     */
    static String[] block(String text) {
        boolean ends = text.endsWith("\n");
        String[] lines = (ends ? text.substring(0, text.length() - 1) : text).split("\n", -1);
        boolean indented = Stream.of(lines).allMatch(line -> line.isEmpty() || line.charAt(0) == ' ');
        boolean closes = !ends && !indented;
        int last = lines.length - 1;
        String[] block = Arrays.copyOf(lines, closes ? lines.length : lines.length + 1);
        for (int i = 0; i <= last; i++) {
            block[i] = blockLine(lines[i], closes && i == last);
        }
        if (closes) {
            block[last] += DELIMITER;
            return block;
        }
        block[last] += ends ? "" : "\\";
        block[last + 1] = DELIMITER;
        return block;
    }

    /** Blanks at the end of a line would be taken away, and three quotes would end the block. */
    private static String blockLine(String line, boolean closes) {
        StringBuilder out = new StringBuilder(line.length());
        int last = line.length() - 1;
        for (int i = 0; i <= last; i++) {
            char c = line.charAt(i);
            if (c == '"' && (line.startsWith(DELIMITER, i) || (closes && i == last))) {
                out.append("\\\"");
            } else if (c == '"') {
                out.append(c);
            } else if (c == ' ' && i == last) {
                out.append("\\s");
            } else {
                escaped(line, i, out);
            }
        }
        return out.toString();
    }
}
