package org.limbeck.env;

import java.util.Locale;

/** In which way the template's value differs from the operator's; the first that fits, in this order. */
public enum Kind {
    EMPTY_TO_VALUE("yours is empty"),
    VALUE_TO_EMPTY("empty in the template"),
    NUMERIC_INCREASE("higher in the template"),
    NUMERIC_DECREASE("lower in the template"),
    BOOLEAN("switch"),
    URL("address"),
    PATH("path"),
    STRING("text");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** The name for programs, {@code numeric_increase}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Compares two values that differ: from {@code current} to what the template has. */
    public static Kind of(String current, String template) {
        if (current.isEmpty() || template.isEmpty()) {
            return current.isEmpty() ? EMPTY_TO_VALUE : VALUE_TO_EMPTY;
        }
        if (Numbers.isNumber(current) && Numbers.isNumber(template)) {
            int order = Numbers.compare(current, template);
            if (order != 0) {
                return order < 0 ? NUMERIC_INCREASE : NUMERIC_DECREASE;
            }
        }
        if (isBoolean(current) && isBoolean(template)) {
            return BOOLEAN;
        }
        if (isUrl(current) || isUrl(template)) {
            return URL;
        }
        return isPath(current) || isPath(template) ? PATH : STRING;
    }

    private static boolean isBoolean(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static boolean isUrl(String value) {
        if (value.startsWith("jdbc:")) {
            return true;
        }
        int colon = value.indexOf("://");
        for (int i = 0; i < colon; i++) {
            char c = value.charAt(i);
            if (!Parser.isNamePart(c) && c != '+' && c != ':') {
                return false;
            }
        }
        return colon > 0;
    }

    private static boolean isPath(String value) {
        return value.startsWith("/")
                || value.startsWith("./")
                || value.startsWith("../")
                || value.startsWith("~/")
                || isDrive(value);
    }

    private static boolean isDrive(String value) {
        return value.length() > 2
                && Parser.isNameStart(value.charAt(0))
                && value.charAt(1) == ':'
                && (value.charAt(2) == '\\' || value.charAt(2) == '/');
    }
}
