package org.limbeck.compare;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;
import org.limbeck.schema.SqlText;
import org.limbeck.sql.SqlTokens;

/** Statements and queries, compared as far as their words tell. */
final class Words {
    private Words() {}

    /** Whether two texts differ in layout, comments and the case of unquoted words only. */
    static boolean same(SqlText one, SqlText other, Dialect dialect) {
        String first = dialect.words(one);
        String second = dialect.words(other);
        return first.equals(second) || normal(first, dialect).equals(normal(second, dialect));
    }

    static String normal(String sql, Dialect dialect) {
        try {
            String normal = SqlTokens.normalise(sql, dialect.syntax()).strip();
            return normal.endsWith(";")
                    ? normal.substring(0, normal.length() - 1).strip()
                    : normal;
        } catch (LimbeckException e) {
            return sql;
        }
    }

    /** Whether a text holds a name as a word. */
    static boolean mention(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    /** The words of a text, each once: runs of what names are made of, and what stands in quotes. */
    static java.util.Set<String> names(String text) {
        java.util.Set<String> names = new java.util.LinkedHashSet<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isJavaIdentifierPart(c)) {
                while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                names.add(text.substring(at, end));
                names.add(text.substring(at, end).toLowerCase(java.util.Locale.ROOT));
            } else if ((c == '"' || c == '`') && text.indexOf(c, end) > 0) {
                int close = text.indexOf(c, end);
                names.add(text.substring(end, close));
                names.add(text.substring(end, close).toLowerCase(java.util.Locale.ROOT));
                end = close + 1;
            }
            at = end;
        }
        return names;
    }

    /** One line for people, cut where it is long. */
    static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 100 ? line : line.substring(0, 97) + "...";
    }
}
