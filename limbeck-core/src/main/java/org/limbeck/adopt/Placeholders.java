package org.limbeck.adopt;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flyway's <code>${name}</code>.
 *
 * @param values by name
 * @param kept whether they stay as they are
 */
public record Placeholders(Map<String, String> values, boolean kept) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}\\r\\n]+)}");

    public Placeholders {
        values = Map.copyOf(values);
    }

    /** With values put in; those without a value stay. */
    String replace(String text) {
        if (kept) {
            return text;
        }
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder replaced = new StringBuilder(text.length());
        while (matcher.find()) {
            String value = values.getOrDefault(matcher.group(1), matcher.group());
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(replaced).toString();
    }

    /** The names that have no value. */
    Set<String> missing(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (!kept && matcher.find()) {
            if (!values.containsKey(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }
}
