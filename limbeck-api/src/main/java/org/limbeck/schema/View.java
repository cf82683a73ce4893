package org.limbeck.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query the SELECT
 * @param materialised true if the rows are kept (PostgreSQL)
 * @param indexes of a materialised view
 * @param comment the comment, or null
 * @param options further words of the view's definition, by dialect name ({@code SQL SECURITY INVOKER})
 */
public record View(
        QualifiedName name,
        SqlText query,
        boolean materialised,
        List<Index> indexes,
        @Nullable String comment,
        Map<String, String> options) {

    public View {
        indexes = List.copyOf(indexes);
        options = Copies.of(options);
    }

    /** A view without further words. */
    public View(
            QualifiedName name, SqlText query, boolean materialised, List<Index> indexes, @Nullable String comment) {
        this(name, query, materialised, indexes, comment, Map.of());
    }

    public static View of(String name, String query) {
        return new View(QualifiedName.parse(name), SqlText.of(query), false, List.of(), null, Map.of());
    }

    /** Other words for the query on one dialect. */
    public View on(String dialect, String words) {
        return new View(name, query.on(dialect, words), materialised, indexes, comment, options);
    }

    public View kept() {
        return new View(name, query, true, indexes, comment, options);
    }

    /** With these indexes; only where the rows are kept. */
    public View indexed(Index... more) {
        return new View(name, query, materialised, List.of(more), comment, options);
    }

    public View comment(@Nullable String text) {
        return new View(name, query, materialised, indexes, text, options);
    }

    /** Further words of the view's definition on one dialect, such as {@code SQL SECURITY INVOKER}. */
    public View option(String dialect, String words) {
        return new View(name, query, materialised, indexes, comment, Copies.with(options, dialect, words));
    }

    /** The same view with another query. */
    public View withQuery(SqlText newQuery) {
        return new View(name, newQuery, materialised, indexes, comment, options);
    }
}
