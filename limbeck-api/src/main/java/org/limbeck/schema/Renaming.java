package org.limbeck.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Names in lists and in expressions, replaced as databases do when a column is renamed. */
final class Renaming {
    private Renaming() {}

    static List<String> in(List<String> names, String from, String to) {
        return names.stream().map(name -> name.equals(from) ? to : name).toList();
    }

    static @Nullable SqlText inOptional(@Nullable SqlText text, String from, String to) {
        return text == null ? null : in(text, from, to);
    }

    /** The expression in all its wordings. */
    static SqlText in(SqlText text, String from, String to) {
        Map<String, String> perDialect = new LinkedHashMap<>();
        text.perDialect().forEach((dialect, words) -> perDialect.put(dialect, in(words, from, to)));
        return new SqlText(in(text.sql(), from, to), perDialect);
    }

    /** An expression; text in single quotes and names of functions stay. */
    static String in(String sql, String from, String to) {
        StringBuilder out = new StringBuilder(sql.length());
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            int end = c == '\'' || c == '"' || c == '`' ? quoted(sql, at) : word(sql, at);
            String token = sql.substring(at, end);
            out.append(c == '\'' ? token : renamed(token, sql, end, from, to));
            at = end;
        }
        return out.toString();
    }

    private static String renamed(String token, String sql, int end, String from, String to) {
        char quote = token.charAt(0);
        if (quote == '"' || quote == '`') {
            return token.equals(quote(from, quote)) ? quote(to, quote) : token;
        }
        boolean function = end < sql.length() && sql.charAt(end) == '(';
        return function || !token.equalsIgnoreCase(from) ? token : bare(to) ? to : quote(to, '"');
    }

    private static String quote(String name, char quote) {
        String sign = String.valueOf(quote);
        return sign + name.replace(sign, sign + sign) + sign;
    }

    private static boolean bare(String name) {
        return word(name, 0) == name.length() && !Character.isDigit(name.charAt(0));
    }

    /** The end of a quoted piece; a doubled quote stands for one. */
    private static int quoted(String sql, int start) {
        char quote = sql.charAt(start);
        for (int i = start + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == quote) {
                boolean doubled = i + 1 < sql.length() && sql.charAt(i + 1) == quote;
                if (!doubled) {
                    return i + 1;
                }
                i++;
            }
        }
        return sql.length();
    }

    /** The end of a word, or of one character that is in none. */
    private static int word(String sql, int start) {
        int end = start;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return Math.max(end, start + 1);
    }
}
