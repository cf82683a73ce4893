package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query the SELECT
 * @param materialised true if the rows are kept (PostgreSQL)
 * @param indexes of a materialised view
 * @param comment the comment, or null
 */
public record View(
        QualifiedName name,
        SqlText query,
        boolean materialised,
        List<Index> indexes,
        @Nullable String comment) {

    public View {
        indexes = List.copyOf(indexes);
    }

    public static View of(String name, String query) {
        return new View(QualifiedName.parse(name), SqlText.of(query), false, List.of(), null);
    }

    /** Other words for the query on one dialect. */
    public View on(String dialect, String words) {
        return new View(name, query.on(dialect, words), materialised, indexes, comment);
    }

    public View kept() {
        return new View(name, query, true, indexes, comment);
    }
}
