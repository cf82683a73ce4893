package org.limbeck.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.limbeck.dialect.Names;

/**
 * A normal form of expressions: what H2 rewrites without changing the meaning (layout, case and quotes of names,
 * brackets that change nothing, casts of literals, synonyms) is written in one way. Equal forms mean the same but for
 * names that differ in case only; different forms may still mean the same.
 */
final class Expressions {
    private static final Map<String, String> SYNONYMS =
            Map.of("length", "char_length", "now", "localtimestamp", "current_user", "user");

    /** Functions whose empty brackets H2 leaves out. */
    private static final Set<String> BARE =
            Set.of("current_timestamp", "localtimestamp", "current_date", "current_time", "localtime");

    /** Words before a bracket that do not make it the brackets of a call. */
    private static final Set<String> OPERATORS = Set.of(
            "and", "or", "not", "when", "then", "else", "between", "like", "is", "in", "on", "as", "case", "values",
            "from");

    private Expressions() {}

    /** The normal form of an expression. */
    static String normal(String sql) {
        List<String> tokens = names(Tokens.of(sql));
        tokens = withoutCasts(tokens);
        return String.join(" ", withoutBrackets(tokens));
    }

    private static List<String> names(List<String> tokens) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = word(tokens.get(i));
            plain.add(SYNONYMS.getOrDefault(word, word));
            String last = plain.get(plain.size() - 1);
            boolean empty = i + 2 < tokens.size()
                    && tokens.get(i + 1).equals("(")
                    && tokens.get(i + 2).equals(")");
            if (BARE.contains(last) && empty) {
                i += 2;
            }
            if (last.equals("=")
                    && plain.size() > 1
                    && plain.get(plain.size() - 2).equals("!")) {
                plain.subList(plain.size() - 2, plain.size()).clear();
                plain.addAll(List.of("<", ">"));
            }
        }
        return plain;
    }

    private static String word(String token) {
        boolean quoted = token.length() > 2 && token.startsWith("\"") && token.endsWith("\"");
        String name = quoted ? token.substring(1, token.length() - 1).toLowerCase(Locale.ROOT) : token;
        return Names.plain(name) ? name : token;
    }

    /** {@code CAST(0 AS BIGINT)} is how H2 shows a literal that it has converted. */
    private static List<String> withoutCasts(List<String> tokens) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean cast = tokens.get(i).equals("cast")
                    && i + 3 < tokens.size()
                    && tokens.get(i + 1).equals("(")
                    && literal(tokens.get(i + 2))
                    && tokens.get(i + 3).equals("as");
            if (cast) {
                plain.add(tokens.get(i + 2));
                i = closing(tokens, i + 1);
            } else {
                plain.add(tokens.get(i));
            }
        }
        return plain;
    }

    private static boolean literal(String token) {
        return Tokens.isString(token) || Character.isDigit(token.charAt(0));
    }

    private static List<String> withoutBrackets(List<String> tokens) {
        List<String> left = new ArrayList<>(tokens);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < left.size() && !changed; i++) {
                if (left.get(i).equals("(") && redundant(left, i)) {
                    left.remove(closing(left, i));
                    left.remove(i);
                    changed = true;
                }
            }
        }
        return left;
    }

    private static boolean redundant(List<String> tokens, int open) {
        int close = closing(tokens, open);
        if (close >= tokens.size() || close == open + 1 || isCall(tokens, open)) {
            return false;
        }
        List<String> inside = tokens.subList(open + 1, close);
        if (inside.get(0).equals("select") || topLevel(inside).contains(",")) {
            return false;
        }
        int weakest = weakest(inside);
        int around = Math.max(
                open == 0 ? 0 : strength(tokens, open - 1),
                close + 1 == tokens.size() ? 0 : strength(tokens, close + 1));
        return weakest > around || (weakest == around && weakest <= 2);
    }

    private static boolean isCall(List<String> tokens, int open) {
        if (open == 0) {
            return false;
        }
        String before = tokens.get(open - 1);
        boolean in = before.equals("in") || before.equals("values");
        return in || (Character.isJavaIdentifierStart(before.charAt(0)) && !OPERATORS.contains(before));
    }

    private static int closing(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    private static List<String> topLevel(List<String> tokens) {
        List<String> top = new ArrayList<>();
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals(")") ? -1 : 0;
            if (depth == 0) {
                top.add(token);
            }
            depth += token.equals("(") ? 1 : 0;
        }
        return top;
    }

    /** The strength of the weakest operator outside brackets. */
    private static int weakest(List<String> tokens) {
        List<String> top = topLevel(tokens);
        int weakest = 9;
        for (int i = 0; i < top.size(); i++) {
            int strength = strength(top, i);
            weakest = strength == 0 ? weakest : Math.min(weakest, strength);
        }
        return weakest;
    }

    /** How strongly an operator binds; 0 for what is none. */
    private static int strength(List<String> tokens, int at) {
        return switch (tokens.get(at)) {
            case "or" -> 1;
            case "and" -> ofBetween(tokens, at) ? 4 : 2;
            case "not" -> 3;
            case "=", "<", ">", "is", "like", "ilike", "in", "between", "escape", "regexp" -> 4;
            case "|" -> 5;
            case "+", "-" -> 6;
            case "*", "/", "%" -> 7;
            case ":", "[", "." -> 8;
            default -> 0;
        };
    }

    private static boolean ofBetween(List<String> tokens, int and) {
        for (int i = and - 1; i >= 0; i--) {
            String token = tokens.get(i);
            if (token.equals("between")) {
                return true;
            }
            if (token.equals("and") || token.equals("or")) {
                return false;
            }
        }
        return false;
    }
}
