package org.limbeck.load;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;

/**
 * Puts values in the place of <code>${name}</code>, <code>${name:identifier}</code> and <code>${name:literal}</code>.
 * Without a form a value may only hold what needs no quoting.
 *
 * @param declared the names that the script declares; other <code>${...}</code> stay as they are
 * @param values the values that were given
 * @param dialect quotes
 */
record ParameterText(List<String> declared, Map<String, String> values, Dialect dialect) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_-]*)(?::([a-z]+))?}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.]+(?:-[A-Za-z0-9_.]+)*");

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** @throws LimbeckException UNDECLARED_PARAMETER, MISSING_PARAMETER or UNREADABLE_SCRIPT, with the place */
    String replace(String sql, Place place) {
        if (sql.indexOf("${") < 0) {
            return sql;
        }
        Matcher matcher = REFERENCE.matcher(sql);
        StringBuilder text = new StringBuilder(sql.length());
        while (matcher.find()) {
            String name = matcher.group(1);
            String form = matcher.group(2) == null ? "" : matcher.group(2);
            String replacement =
                    declared.contains(name) ? value(name, form, place) : asItIs(matcher, name, form, place);
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(text).toString();
    }

    private static String asItIs(Matcher matcher, String name, String form, Place place) {
        if (form.equals("identifier") || form.equals("literal")) {
            throw Problem.of(ErrorCode.UNDECLARED_PARAMETER, "The script does not declare the parameter " + name + ".")
                    .at(place)
                    .todo("write in its header: --@ parameter " + name)
                    .exception();
        }
        return matcher.group();
    }

    private String value(String name, String form, Place place) {
        String value = values.get(name);
        if (value == null) {
            throw Problem.of(ErrorCode.MISSING_PARAMETER, "The parameter " + name + " has no value.")
                    .at(place)
                    .todo("-x " + name + "=<value>")
                    .exception();
        }
        return switch (form) {
            case "" -> harmless(name, value, place);
            case "identifier" -> dialect.identifier(value);
            case "literal" -> dialect.literal(value, null);
            default ->
                throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "A parameter has no form named " + form + ".")
                        .at(place)
                        .todo("write ${" + name + ":identifier} or ${" + name + ":literal}")
                        .exception();
        };
    }

    private static String harmless(String name, String value, Place place) {
        if (!HARMLESS.matcher(value).matches()) {
            throw Problem.of(
                            ErrorCode.UNREADABLE_SCRIPT,
                            "The value of the parameter " + name + " must be quoted to stand in SQL.")
                    .at(place)
                    .why("Unquoted it may hold letters, digits, _ . and single - only.")
                    .todo("write ${" + name + ":identifier} or ${" + name + ":literal}")
                    .exception();
        }
        return value;
    }
}
