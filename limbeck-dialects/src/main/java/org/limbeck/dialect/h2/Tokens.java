package org.limbeck.dialect.h2;

import java.util.List;

import org.limbeck.error.LimbeckException;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.SqlTokens;

/** H2's SQL in tokens, with its ways to write a text. */
final class Tokens {
    private Tokens() {}

    /** The tokens of an expression; of one that cannot be read, the whole as one token. */
    static List<String> of(String sql) {
        try {
            return SqlTokens.of(unicode(sql), H2Dialect.SYNTAX);
        } catch (LimbeckException e) {
            return List.of(sql);
        }
    }

    static boolean isString(String token) {
        return token.length() > 1 && token.startsWith("'") && token.endsWith("'");
    }

    /** The text of a string token. */
    static String string(String token) {
        return token.substring(1, token.length() - 1).replace("''", "'");
    }

    static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name exactly as the catalogue has it, in quotes. */
    static String exact(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String exact(QualifiedName name) {
        return (name.schema() == null ? "" : exact(name.schema()) + ".") + exact(name.name());
    }

    /** The SQL with every {@code U&'...'} and {@code U&"..."}, which is how H2 shows what is not ASCII, plain. */
    static String unicode(String sql) {
        if (!sql.contains("U&")) {
            return sql;
        }
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            boolean coded = sql.startsWith("U&'", at) || sql.startsWith("U&\"", at);
            int quote = coded ? at + 2 : at;
            char c = sql.charAt(quote);
            int end = c == '\'' || c == '"' ? end(sql, quote + 1, c) : quote;
            String text = sql.substring(quote, Math.min(end + 1, sql.length()));
            plain.append(coded ? decoded(text) : text);
            at = end + 1;
        }
        return plain.toString();
    }

    private static int end(String sql, int from, char quote) {
        for (int i = from; i < sql.length(); i++) {
            if (sql.charAt(i) == quote) {
                if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
                    return i;
                }
                i++;
            }
        }
        return sql.length();
    }

    private static String decoded(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                plain.append(text.charAt(i));
            } else if (text.startsWith("\\\\", i)) {
                plain.append('\\');
                i++;
            } else if (text.startsWith("\\+", i)) {
                plain.appendCodePoint(Integer.parseInt(text.substring(i + 2, i + 8), 16));
                i += 7;
            } else {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            }
        }
        return plain.toString();
    }
}
