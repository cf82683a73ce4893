package org.limbeck.compare;

import org.limbeck.schema.QualifiedName;

/**
 * A pattern of names: {@code *} stands for any characters; the case of letters does not matter. With a dot it is held
 * against {@code schema.name}, else against the name alone.
 */
public record NamePattern(String text) {

    public boolean matches(QualifiedName name) {
        return matches(text.indexOf('.') >= 0 ? name.toString() : name.name());
    }

    /** Whether a text fits; linear in its length for each {@code *}. */
    public boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (in < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                from = in;
            } else if (at < text.length() && same(text.charAt(at), name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++from;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    private static boolean same(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
