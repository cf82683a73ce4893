package org.limbeck.schema;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view, type, sequence, routine: {@code [schema.]name}, exact in case.
 *
 * @param schema the schema, or null for the connection's own
 * @param name the name itself, never empty
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {
    public QualifiedName {
        if (name.isEmpty() || (schema != null && schema.isEmpty())) {
            throw new IllegalArgumentException("a name is empty");
        }
    }

    /**
     * Reads {@code name} or {@code schema.name}; a part that holds a dot or a double quote is written in double quotes,
     * with its quotes doubled.
     *
     * @throws IllegalArgumentException if a part is empty, a quote is open, or there are more than two parts
     */
    public static QualifiedName parse(String text) {
        int[] at = {0};
        String first = part(text, at);
        if (at[0] == text.length()) {
            return new QualifiedName(null, first);
        }
        at[0]++;
        String second = part(text, at);
        if (at[0] != text.length()) {
            throw new IllegalArgumentException("'" + text + "' has more than two parts; write a part with a dot in"
                    + " double quotes, like \"a.b\"");
        }
        return new QualifiedName(first, second);
    }

    private static String part(String text, int[] at) {
        int start = at[0];
        if (start < text.length() && text.charAt(start) == '"') {
            return quotedPart(text, at);
        }
        int dot = text.indexOf('.', start);
        int end = dot < 0 ? text.length() : dot;
        if (end == start) {
            throw new IllegalArgumentException("'" + text + "' has an empty part");
        }
        at[0] = end;
        return text.substring(start, end);
    }

    private static String quotedPart(String text, int[] at) {
        StringBuilder part = new StringBuilder();
        for (int i = at[0] + 1; i < text.length(); i++) {
            if (text.charAt(i) != '"') {
                part.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                part.append('"');
                i++;
            } else if (part.length() > 0 && (i + 1 == text.length() || text.charAt(i + 1) == '.')) {
                at[0] = i + 1;
                return part.toString();
            } else {
                break;
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' has a double quote that is not closed or a part that is empty");
    }

    /** The same name in the connection's own schema when none is given here, else unchanged. */
    public QualifiedName orIn(@Nullable String otherSchema) {
        return schema == null ? new QualifiedName(otherSchema, name) : this;
    }

    /** Another name in the same schema. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(schema, otherName);
    }

    @Override
    public int compareTo(QualifiedName other) {
        int schemas = (schema == null ? "" : schema).compareTo(other.schema == null ? "" : other.schema);
        return schemas != 0 ? schemas : name.compareTo(other.name);
    }

    // The two that a record has by itself are put together at run time when they are first called, which a short
    // command
    // feels: names are the keys of maps everywhere.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName that && name.equals(that.name) && Objects.equals(schema, that.schema);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(schema) + name.hashCode();
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    private static String quoted(String part) {
        boolean bare = part.indexOf('.') < 0 && part.indexOf('"') < 0;
        return bare ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
