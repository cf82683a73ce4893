package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

/** Words for people inside a script. */
final class Comments {
    private Comments() {}

    /** The words in lines of at most so many characters, as far as they can be broken at blanks. */
    static List<String> lines(String words, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : words.lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : harmless(paragraph).split(" ", -1)) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** A backslash before a u would be read as a Unicode escape even in a comment. */
    private static String harmless(String words) {
        StringBuilder out = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean escape = c == '\\' && i + 1 < words.length() && words.charAt(i + 1) == 'u';
            out.append(escape ? "\\\\" : c < ' ' ? " " : String.valueOf(c));
        }
        return out.toString();
    }
}
