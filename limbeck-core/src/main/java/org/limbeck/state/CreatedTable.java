package org.limbeck.state;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the first tokens of a statement tell about the names that it creates. */
public final class CreatedTable {
    /** Enough for every form that is understood. */
    public static final int TOKENS = 12;

    private static final Set<String> ROWS = Set.of("insert", "update", "delete", "select");

    private CreatedTable() {}

    /**
     * The name of the table that a statement creates, as it is written, without quotes.
     *
     * @param tokens the first ones, words in lower case
     * @return null if it creates none, or one in a schema that it names
     */
    public static @Nullable String in(List<String> tokens) {
        if (!starts(tokens, "create", "table")) {
            return null;
        }
        int at = starts(tokens.subList(2, tokens.size()), "if", "not", "exists") ? 5 : 2;
        boolean qualified = tokens.size() > at + 1 && tokens.get(at + 1).equals(".");
        String name = tokens.size() > at ? unquoted(tokens.get(at)) : "";
        return qualified || name.isEmpty() ? null : name;
    }

    /** Whether no table or view can come or go by a statement. */
    static boolean leavesNames(List<String> tokens) {
        return !tokens.isEmpty() && ROWS.contains(tokens.get(0))
                || starts(tokens, "create", "index")
                || starts(tokens, "create", "unique", "index");
    }

    private static boolean starts(List<String> tokens, String... words) {
        return tokens.size() >= words.length && tokens.subList(0, words.length).equals(List.of(words));
    }

    /** The name in a token, or nothing if it is none. */
    public static String unquoted(String token) {
        char first = token.charAt(0);
        if (first == '"' || first == '`' || first == '[') {
            return token.length() < 3 ? "" : token.substring(1, token.length() - 1);
        }
        return Character.isLetter(first) || first == '_' ? token : "";
    }
}
