package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param columns in order
 * @param constraints in order; at most one primary key
 * @param indexes in order, without those that the database makes for constraints
 * @param comment the comment, or null
 * @param options further words after the closing bracket, by dialect name ({@code ENGINE=InnoDB}, {@code STRICT})
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        Map<String, String> options) {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        options = Copies.of(options);
    }

    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, List.of(), List.of(), null, Map.of());
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    public Optional<Constraint> constraint(String constraintName) {
        return constraints.stream().filter(c -> constraintName.equals(c.name())).findFirst();
    }

    public Optional<Index> index(String indexName) {
        return indexes.stream().filter(i -> indexName.equals(i.name())).findFirst();
    }

    public Optional<PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(PrimaryKey.class::isInstance)
                .map(PrimaryKey.class::cast)
                .findFirst();
    }

    public List<ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    public Table named(QualifiedName newName) {
        return new Table(newName, columns, constraints, indexes, comment, options);
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, newColumns, constraints, indexes, comment, options);
    }

    public Table withConstraints(List<? extends Constraint> newConstraints) {
        return new Table(name, columns, List.copyOf(newConstraints), indexes, comment, options);
    }

    public Table withIndexes(List<Index> newIndexes) {
        return new Table(name, columns, constraints, newIndexes, comment, options);
    }

    public Table withComment(@Nullable String text) {
        return new Table(name, columns, constraints, indexes, text, options);
    }

    public Table withOptions(Map<String, String> newOptions) {
        return new Table(name, columns, constraints, indexes, comment, newOptions);
    }

    public Table plus(Column column) {
        return withColumns(Copies.plus(columns, column));
    }

    public Table plus(Constraint constraint) {
        return withConstraints(Copies.plus(constraints, constraint));
    }

    public Table plus(Index index) {
        return withIndexes(Copies.plus(indexes, index));
    }

    /** The same table with one column changed; unchanged if there is no such column. */
    public Table mapColumn(String columnName, UnaryOperator<Column> change) {
        List<Column> changed = new ArrayList<>(columns.size());
        for (Column column : columns) {
            changed.add(column.name().equals(columnName) ? change.apply(column) : column);
        }
        return withColumns(changed);
    }

    public Table minusColumn(String columnName) {
        return withColumns(
                columns.stream().filter(c -> !c.name().equals(columnName)).toList());
    }

    public Table minus(Constraint constraint) {
        return withConstraints(
                constraints.stream().filter(c -> !c.equals(constraint)).toList());
    }

    public Table minus(Index index) {
        return withIndexes(indexes.stream().filter(i -> !i.equals(index)).toList());
    }
}
