package org.limbeck.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name null only before it is recorded
 * @param members at least one
 * @param distinct true for a unique index
 * @param nullsDistinct true (the standard) if rows with NULL never agree; only of meaning when distinct
 * @param method such as {@code gin}, {@code hash}, {@code fulltext}, or null for the database's own
 * @param where the rows meant, or null for all
 * @param include further columns kept in the leaves (PostgreSQL)
 * @param options further words, by dialect name
 */
public record Index(
        @Nullable String name,
        List<IndexMember> members,
        boolean distinct,
        boolean nullsDistinct,
        @Nullable String method,
        @Nullable SqlText where,
        List<String> include,
        Map<String, String> options)
        implements TablePart {

    public Index {
        members = List.copyOf(members);
        include = List.copyOf(include);
        options = Copies.of(options);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an index needs a column or an expression");
        }
    }

    public static Index of(List<IndexMember> members) {
        return new Index(null, members, false, true, null, null, List.of(), Map.of());
    }

    public Index named(String newName) {
        return new Index(newName, members, distinct, nullsDistinct, method, where, include, options);
    }

    public Index unique() {
        return new Index(name, members, true, nullsDistinct, method, where, include, options);
    }

    public Index nullsNotDistinct() {
        return new Index(name, members, distinct, false, method, where, include, options);
    }

    /** The index method: {@code gin}, {@code hash}, {@code fulltext} ... */
    public Index using(String newMethod) {
        return new Index(name, members, distinct, nullsDistinct, newMethod, where, include, options);
    }

    /** Only these rows. */
    public Index where(String predicate) {
        return withWhere(SqlText.of(predicate));
    }

    public Index withWhere(@Nullable SqlText predicate) {
        return new Index(name, members, distinct, nullsDistinct, method, predicate, include, options);
    }

    public Index include(String... columns) {
        return new Index(name, members, distinct, nullsDistinct, method, where, List.of(columns), options);
    }

    /** Further words for one dialect, such as {@code INVISIBLE} or {@code WITH (fillfactor = 70)}. */
    public Index option(String dialect, String words) {
        return new Index(
                name, members, distinct, nullsDistinct, method, where, include, Copies.with(options, dialect, words));
    }

    /** The columns that it names, in order; expressions are left out. */
    public List<String> columns() {
        return members.stream()
                .map(IndexMember::column)
                .filter(c -> c != null)
                .map(String::valueOf)
                .toList();
    }

    /** The same index after a column of its table got another name. */
    public Index renameColumn(String from, String to) {
        List<IndexMember> renamed =
                members.stream().map(m -> m.renameColumn(from, to)).toList();
        return new Index(
                name,
                renamed,
                distinct,
                nullsDistinct,
                method,
                Renaming.inOptional(where, from, to),
                Renaming.in(include, from, to),
                options);
    }
}
