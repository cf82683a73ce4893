package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * No two rows compare true under all the operators (PostgreSQL).
 *
 * @param method the index method, such as {@code gist}
 * @param elements column or expression with its operator
 * @param where the rows meant, or null for all
 */
public record Exclusion(
        @Nullable String name,
        String method,
        List<Element> elements,
        @Nullable SqlText where,
        Deferrability deferrability)
        implements Constraint {

    public Exclusion {
        elements = List.copyOf(elements);
    }

    /**
     * One comparison.
     *
     * @param column the column, or null
     * @param expression the expression where no column is given
     * @param operator such as {@code &&}
     */
    public record Element(@Nullable String column, @Nullable SqlText expression, String operator) {}

    @Override
    public Exclusion named(String newName) {
        return new Exclusion(newName, method, elements, where, deferrability);
    }

    /** Only these rows. */
    public Exclusion where(String predicate) {
        return withWhere(SqlText.of(predicate));
    }

    public Exclusion withWhere(@Nullable SqlText predicate) {
        return new Exclusion(name, method, elements, predicate, deferrability);
    }

    public Exclusion deferrable(Deferrability when) {
        return new Exclusion(name, method, elements, where, when);
    }

    @Override
    public List<String> columns() {
        return elements.stream()
                .map(Element::column)
                .filter(c -> c != null)
                .map(String::valueOf)
                .toList();
    }

    @Override
    public Exclusion renameColumn(String from, String to) {
        List<Element> renamed = elements.stream()
                .map(e -> new Element(
                        from.equals(e.column()) ? to : e.column(),
                        Renaming.inOptional(e.expression(), from, to),
                        e.operator()))
                .toList();
        return new Exclusion(name, method, renamed, Renaming.inOptional(where, from, to), deferrability);
    }
}
