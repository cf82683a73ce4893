package org.limbeck.dialect;

import java.util.Set;

import org.limbeck.schema.QualifiedName;

/** Names as they stand in SQL. */
public final class Names {
    private Names() {}

    /** Bare when the name is {@code [a-z_][a-z0-9_]*} and not reserved, else quoted with its quotes doubled. */
    public static String quoted(String name, char quote, Set<String> reserved) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name holds a NUL character");
        }
        if (plain(name) && !reserved.contains(name)) {
            return name;
        }
        String q = String.valueOf(quote);
        return q + name.replace(q, q + q) + q;
    }

    /** Whether every database reads the name as it is, bare. */
    public static boolean plain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** {@code schema.name}, each part as the dialect writes it. */
    public static String qualified(Dialect dialect, QualifiedName name) {
        return name.schema() == null
                ? dialect.identifier(name.name())
                : dialect.identifier(name.schema()) + "." + dialect.identifier(name.name());
    }
}
