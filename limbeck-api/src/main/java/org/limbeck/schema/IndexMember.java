package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index: a column or an expression, and how it is ordered.
 *
 * @param column the column, or null for an expression
 * @param expression the expression where no column is given
 * @param descending the direction
 * @param nulls where NULLs stand, or null for the database's own order
 * @param operatorClass such as {@code text_pattern_ops} (PostgreSQL), or null
 * @param collation the collation of this member, or null
 * @param prefix the first characters or bytes only (MySQL, MariaDB), or null
 */
public record IndexMember(
        @Nullable String column,
        @Nullable SqlText expression,
        boolean descending,
        @Nullable Nulls nulls,
        @Nullable String operatorClass,
        @Nullable String collation,
        @Nullable Integer prefix) {

    /** Where NULLs stand in the order. */
    public enum Nulls {
        FIRST,
        LAST
    }

    public IndexMember {
        if ((column == null) == (expression == null)) {
            throw new IllegalArgumentException("an index member is a column or an expression");
        }
    }

    public static IndexMember column(String name) {
        return new IndexMember(name, null, false, null, null, null, null);
    }

    public static IndexMember expression(SqlText sql) {
        return new IndexMember(null, sql, false, null, null, null, null);
    }

    public IndexMember desc() {
        return new IndexMember(column, expression, true, nulls, operatorClass, collation, prefix);
    }

    public IndexMember nullsFirst() {
        return new IndexMember(column, expression, descending, Nulls.FIRST, operatorClass, collation, prefix);
    }

    public IndexMember nullsLast() {
        return new IndexMember(column, expression, descending, Nulls.LAST, operatorClass, collation, prefix);
    }

    public IndexMember operatorClass(String name) {
        return new IndexMember(column, expression, descending, nulls, name, collation, prefix);
    }

    public IndexMember collate(String name) {
        return new IndexMember(column, expression, descending, nulls, operatorClass, name, prefix);
    }

    public IndexMember prefix(int length) {
        return new IndexMember(column, expression, descending, nulls, operatorClass, collation, length);
    }

    /** Other words for an expression on one dialect. */
    public IndexMember on(String dialect, String words) {
        if (expression == null) {
            throw new IllegalStateException("only an expression has other words on a dialect");
        }
        return new IndexMember(
                null, expression.on(dialect, words), descending, nulls, operatorClass, collation, prefix);
    }

    IndexMember renameColumn(String from, String to) {
        return new IndexMember(
                from.equals(column) ? to : column,
                Renaming.inOptional(expression, from, to),
                descending,
                nulls,
                operatorClass,
                collation,
                prefix);
    }
}
