package org.limbeck.compare;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;

/**
 * What a difference is about.
 *
 * @param name the table, view, sequence ... ; for a part of a table, the table
 * @param part the column, constraint, index or trigger, or null
 */
public record Subject(
        ObjectKind kind, QualifiedName name, @Nullable String part) {

    /** In words, such as {@code column orders.status}. */
    @Override
    public String toString() {
        return kind.word() + " " + name + (part == null ? "" : "." + part);
    }
}
