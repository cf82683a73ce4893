package org.limbeck.env;

import java.util.Locale;

import org.limbeck.env.Entry.Assignment;

/**
 * Keeps secrets off the screen. In doubt it hides: a masked value that was none costs nothing. The mask has one length
 * for all values.
 */
public final class Secrets {
    /** What stands for a secret. */
    public static final String MASK = "******";

    private static final String[] PARTS = {
        "password",
        "passwd",
        "passphrase",
        "pwd",
        "secret",
        "token",
        "key",
        "credential",
        "dsn",
        "private",
        "salt",
        "webhook",
        "authorization",
        "bearer",
        "cookie",
        "connection_string",
        "connectionstring"
    };
    private static final String[] SEGMENTS = {"pass", "pw", "auth", "pin", "cred", "creds", "jwt", "otp"};

    private Secrets() {}

    /** Whether a variable of this name probably holds a secret. */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String part : PARTS) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return hasSecretSegment(lower);
    }

    private static boolean hasSecretSegment(String lower) {
        for (String segment : SEGMENTS) {
            int found = lower.indexOf(segment);
            while (found >= 0) {
                int stop = found + segment.length();
                boolean begins = found == 0 || !Character.isLetter(lower.charAt(found - 1));
                boolean ends = stop == lower.length() || !Character.isLetter(lower.charAt(stop));
                if (begins && ends) {
                    return true;
                }
                found = lower.indexOf(segment, found + 1);
            }
        }
        return false;
    }

    /** The value of a variable as it may be shown; an empty one is shown as it is. */
    public static String mask(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        return isSecret(name) || value.contains("PRIVATE KEY") ? MASK : maskNamed(maskUserInfo(value));
    }

    /** An entry as it may be shown. */
    static String mask(Entry entry) {
        if (entry instanceof Assignment assignment) {
            return mask(assignment);
        }
        if (entry instanceof Entry.Comment comment) {
            return mask(comment);
        }
        return entry instanceof Entry.Other ? MASK : entry.text();
    }

    private static String mask(Assignment assignment) {
        Value value = assignment.value();
        String shown = mask(assignment.name(), value.raw());
        return assignment.head() + assignment.gap() + shown + maskWords(assignment.tail());
    }

    private static String mask(Entry.Comment comment) {
        Assignment option = comment.option();
        if (option == null) {
            return maskWords(comment.text());
        }
        int hash = comment.text().indexOf('#');
        int start = Parser.skipBlanks(comment.text(), hash + 1, comment.text().length());
        String shown = mask(option).substring(hash);
        return comment.text().substring(0, start) + shown;
    }

    /** Prose: each word by itself. */
    private static String maskWords(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int stop = start;
            while (stop < text.length() && !Parser.isBlank(text.charAt(stop))) {
                stop++;
            }
            out.append(maskUserInfo(text.substring(start, stop)));
            start = Parser.skipBlanks(text, stop, text.length());
            out.append(text, stop, start);
        }
        return maskNamed(out.toString());
    }

    /** Hides {@code user:password} before the last {@code @}. */
    private static String maskUserInfo(String value) {
        int at = value.lastIndexOf('@');
        int scheme = value.indexOf("://");
        if (scheme >= 0 && scheme + 3 <= at) {
            return value.substring(0, scheme + 3) + MASK + value.substring(at);
        }
        String before = value.substring(0, Math.max(at, 0));
        return before.indexOf(':') >= 0 || before.indexOf('/') >= 0 ? MASK + value.substring(at) : value;
    }

    /** Hides all that follows {@code password=}, {@code "token":} and the like inside a value. */
    private static String maskNamed(String value) {
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c == '=' || c == ':' || c == ' ') && isSecretWordBefore(value, i, c)) {
                int rest = Parser.skipBlanks(value, i + 1, value.length());
                return rest == value.length() ? value : value.substring(0, i + 1) + MASK;
            }
        }
        return value;
    }

    private static boolean isSecretWordBefore(String value, int stop, char separator) {
        int end = stop;
        while (end > 0 && (Parser.isBlank(value.charAt(end - 1)) || isQuote(value.charAt(end - 1)))) {
            end--;
        }
        int start = end;
        while (start > 0 && Parser.isNamePart(value.charAt(start - 1))) {
            start--;
        }
        String word = value.substring(start, end);
        return separator == ' '
                ? word.equalsIgnoreCase("bearer") || word.equalsIgnoreCase("basic")
                : !word.isEmpty() && isSecret(word);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
