package org.limbeck.write;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.lang.model.SourceVersion;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** The name of a new script, by a template with {@code {created:PATTERN}}, {@code {slug}} and {@code {id}}. */
public final class ScriptName {
    private static final int LONGEST_SLUG = 60;
    private static final int LONGEST_PREFIX = 20;

    private ScriptName() {}

    /**
     * The name without an ending.
     *
     * @param created in UTC
     * @throws LimbeckException INVALID_SETTINGS if the template is none
     */
    public static String of(String template, LocalDateTime created, String message, String id) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                name.append(template, at, template.length());
                break;
            }
            name.append(template, at, open);
            name.append(value(template, template.substring(open + 1, close), created, message, id));
            at = close + 1;
        }
        return name.toString();
    }

    /**
     * The name of a Java script, which is that of its class, too.
     *
     * @param created in UTC
     * @throws LimbeckException INVALID_SETTINGS if the template is none, or gives what cannot be a class
     */
    public static String ofClass(String template, LocalDateTime created, String message, String id) {
        String name = of(template, created, message, id);
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
            throw Problem.of(ErrorCode.INVALID_SETTINGS, "file-name gives '" + name + "', which cannot be a class")
                    .why("The class of a Java script is named as its file.")
                    .todo("Let file-name begin with a letter and use letters, digits and _ only.")
                    .exception();
        }
        return name;
    }

    private static String value(String template, String field, LocalDateTime created, String message, String id) {
        if (field.equals("slug")) {
            String slug = slug(message);
            return slug.isEmpty() ? id : slug;
        }
        if (field.equals("id")) {
            return id;
        }
        if (field.startsWith("created:")) {
            try {
                return created.format(DateTimeFormatter.ofPattern(field.substring("created:".length()), Locale.ROOT));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw wrong(template, String.valueOf(e.getMessage()));
            }
        }
        throw wrong(template, "There is no field {" + field + "}; there are {created:yyyyMMdd_HHmm}, {slug} and {id}.");
    }

    private static LimbeckException wrong(String template, String why) {
        return Problem.of(ErrorCode.INVALID_SETTINGS, "file-name is not understood: " + template)
                .why(why)
                .exception();
    }

    /** The words of a message in camel case, without its kind ({@code feat:}); ASCII letters and digits only. */
    static String slug(String message) {
        int colon = message.indexOf(':');
        boolean kind = colon > 0 && colon < LONGEST_PREFIX && message.indexOf(' ') > colon;
        String plain = Normalizer.normalize(kind ? message.substring(colon + 1) : message, Normalizer.Form.NFD);
        StringBuilder slug = new StringBuilder();
        boolean begins = true;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean usable = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK || c == '\'';
            if (usable) {
                if (begins && slug.length() >= LONGEST_SLUG) {
                    break;
                }
                slug.append(begins ? Character.toUpperCase(c) : c);
            }
            begins = !usable && (begins || !mark);
        }
        return slug.length() <= LONGEST_SLUG ? slug.toString() : slug.substring(0, LONGEST_SLUG);
    }
}
