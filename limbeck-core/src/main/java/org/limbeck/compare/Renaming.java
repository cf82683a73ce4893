package org.limbeck.compare;

import org.limbeck.schema.QualifiedName;

/** A thing that a person says was renamed. */
public sealed interface Renaming {

    /** A table. */
    record OfTable(QualifiedName from, QualifiedName to) implements Renaming {
        /** The form that {@link #parse} reads. */
        @Override
        public String toString() {
            return from + ":" + to;
        }
    }

    /** A column, or a value of an enum; the table by its name after all renamings. */
    record OfPart(QualifiedName of, String from, String to) implements Renaming {
        /** The form that {@link #parse} reads. */
        @Override
        public String toString() {
            return of + "." + from + ":" + to;
        }
    }

    /**
     * Reads {@code old_table:new_table} or {@code table.old:new}. A dot before the colon makes it a column (or an enum's
     * value) unless there is one behind the colon too: {@code a.old_table:a.new_table} is a table in schema {@code a}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Renaming parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no renaming; write  table.old:new  for a column, or  old_table:new_table");
        }
        String from = text.substring(0, colon);
        String to = text.substring(colon + 1);
        int dot = from.lastIndexOf('.');
        if (dot < 0 || to.indexOf('.') >= 0) {
            return new OfTable(QualifiedName.parse(from), QualifiedName.parse(to));
        }
        return new OfPart(QualifiedName.parse(from.substring(0, dot)), from.substring(dot + 1), to);
    }
}
