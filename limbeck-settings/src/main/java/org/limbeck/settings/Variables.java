package org.limbeck.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.env.Secrets;

/** Puts variables in the place of <code>${NAME}</code> and <code>${NAME:-default}</code>; <code>$${</code> stands for <code>${</code>. */
final class Variables {
    private final Map<String, String> process;
    private final Map<String, String> file;

    /**
     * @param process wins
     * @param file what the file {@code .env} says
     */
    Variables(Map<String, String> process, Map<String, String> file) {
        this.process = process;
        this.file = file;
    }

    /** The value of a variable, or null. */
    @Nullable
    String get(String name) {
        String value = process.get(name);
        return value == null ? file.get(name) : value;
    }

    /** The text with its variables. */
    Expanded expand(String text) {
        Expanded expanded = new Expanded();
        expanded.text = expand(text, expanded);
        return expanded;
    }

    private String expand(String text, Expanded into) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf("${", at);
            if (dollar < 0) {
                return out.append(text, at, text.length()).toString();
            }
            if (dollar > at && text.charAt(dollar - 1) == '$') {
                out.append(text, at, dollar - 1).append("${");
                at = dollar + 2;
                continue;
            }
            int end = closing(text, dollar + 2);
            if (end < 0) {
                into.malformed = text.substring(dollar);
                return text;
            }
            out.append(text, at, dollar).append(variable(text.substring(dollar + 2, end), into));
            at = end + 1;
        }
        return out.toString();
    }

    /** Where the brace that belongs to an opened one stands, or -1. */
    private static int closing(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                open++;
            } else if (text.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }

    private String variable(String inside, Expanded into) {
        int split = inside.indexOf(":-");
        String name = split < 0 ? inside : inside.substring(0, split);
        if (!isName(name)) {
            into.malformed = "${" + inside + "}";
            return "";
        }
        String value = get(name);
        if (value != null && (!value.isEmpty() || split < 0)) {
            into.used.add(name + (process.containsKey(name) ? " from the environment" : " from .env"));
            into.secret |= Secrets.isSecret(name);
            return value;
        }
        if (split < 0) {
            into.missing.add(name);
            return "${" + name + "}";
        }
        return expand(inside.substring(split + 2), into);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** What became of a text. */
    static final class Expanded {
        private String text = "";
        private final List<String> used = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private @Nullable String malformed;
        private boolean secret;

        String text() {
            return text;
        }

        /** Variables and where each came from. */
        List<String> used() {
            return used;
        }

        /** Variables without a value. */
        List<String> missing() {
            return missing;
        }

        /** What is no variable though it begins like one, or null. */
        @Nullable
        String malformed() {
            return malformed;
        }

        /** Whether the value of a variable is in it that looks secret. */
        boolean isSecret() {
            return secret;
        }
    }
}
