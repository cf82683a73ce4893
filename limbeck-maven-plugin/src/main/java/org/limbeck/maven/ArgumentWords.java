package org.limbeck.maven;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Takes words apart as a shell does: by blanks, except in quotes. */
final class ArgumentWords {
    private ArgumentWords() {}

    static List<String> of(@Nullable String text) {
        List<String> words = new ArrayList<>();
        if (text == null) {
            return words;
        }
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = quote == 0 && Character.isWhitespace(c);
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (c == quote) {
                quote = 0;
            } else if (!ends) {
                word.append(c);
                begun = true;
            } else if (begun) {
                words.add(word.toString());
                word.setLength(0);
                begun = false;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
