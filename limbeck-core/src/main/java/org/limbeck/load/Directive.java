package org.limbeck.load;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;

/**
 * A line {@code --@ keyword value} that was understood.
 *
 * @param value what follows the keyword, stripped
 * @param place the line
 */
record Directive(Keyword keyword, String value, Place place) {

    /**
     * Reads what stands behind the mark.
     *
     * @throws LimbeckException UNKNOWN_DIRECTIVE, naming the nearest keyword
     */
    static Directive parse(String text, Place place) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        Keyword keyword = Keyword.of(word);
        if (keyword == null) {
            throw unknown(word, place);
        }
        return new Directive(keyword, text.substring(end).strip(), place);
    }

    private static LimbeckException unknown(String word, Place place) {
        String what = word.isEmpty() ? "A directive has no keyword." : "There is no directive --@ " + word + ".";
        Problem problem = Problem.of(ErrorCode.UNKNOWN_DIRECTIVE, what).at(place);
        return Nearest.to(word, Keyword.words())
                .map(near -> problem.todo("write --@ " + near))
                .orElseGet(() -> problem.todo("use one of: " + String.join(", ", Keyword.words())))
                .exception();
    }

    /** The value as a list, divided by commas or blanks. */
    List<String> list() {
        return list(value);
    }

    static List<String> list(String value) {
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ',' || Character.isWhitespace(value.charAt(i))) {
                if (i > start) {
                    items.add(value.substring(start, i));
                }
                start = i + 1;
            }
        }
        return items;
    }

    /** @throws LimbeckException UNREADABLE_SCRIPT if there is no value */
    String required(String whatIsMissing) {
        if (value.isEmpty()) {
            throw bad("--@ " + keyword.word() + " names no " + whatIsMissing + ".")
                    .exception();
        }
        return value;
    }

    /** The value as true or false. */
    boolean flag() {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw bad("--@ " + keyword.word() + " is neither true nor false.")
                        .exception();
        };
    }

    Problem bad(String what) {
        return Problem.of(ErrorCode.UNREADABLE_SCRIPT, what).at(place);
    }
}
