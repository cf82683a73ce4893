package org.limbeck.env;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.limbeck.env.Entry.Assignment;

/** The options that a file has commented out, and the one place where each would become active. */
final class Options {
    private Options() {}

    /** Names to commented-out assignments of a file; names that are also active are left out. */
    static Map<String, Assignment> of(EnvFile file) {
        Map<String, Assignment> best = new LinkedHashMap<>();
        Map<String, Integer> ranks = new HashMap<>();
        for (Entry entry : file.entries()) {
            if (entry instanceof Entry.Comment comment) {
                Assignment option = comment.option();
                if (option != null && file.find(option.name()) == null) {
                    int rank = rank(comment, option);
                    Integer known = ranks.get(option.name());
                    if (known == null || rank < known) {
                        ranks.put(option.name(), rank);
                        best.put(option.name(), option);
                    }
                }
            }
        }
        return best;
    }

    /** Comments hold prose with examples too: the form {@code #NAME=value} is the surest, a value of words the least. */
    private static int rank(Entry.Comment comment, Assignment option) {
        int after = comment.text().indexOf('#') + 1;
        if (!Parser.isBlank(comment.text().charAt(after))) {
            return 0;
        }
        Value value = option.value();
        boolean words = value.style() != Value.Style.QUOTED && value.raw().indexOf(' ') >= 0;
        return words ? 2 : 1;
    }
}
