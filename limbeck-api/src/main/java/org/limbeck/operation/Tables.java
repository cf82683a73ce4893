package org.limbeck.operation;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SchemaView;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** Changes of table values that several operations share. */
final class Tables {
    private Tables() {}

    static Optional<Column> column(SchemaView schema, QualifiedName table, String column) {
        return schema.table(table).flatMap(t -> t.column(column));
    }

    /** Without the column, and without the constraints and indexes that name it. */
    static Table withoutColumn(Table table, String column) {
        return table.minusColumn(column)
                .withConstraints(table.constraints().stream()
                        .filter(c -> !c.columns().contains(column))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(i ->
                                !i.columns().contains(column) && !i.include().contains(column))
                        .toList());
    }

    static Table renameColumn(Table table, String from, String to) {
        return table.withColumns(table.columns().stream()
                        .map(c -> c.name().equals(from) ? c.named(to) : c.renameColumn(from, to))
                        .toList())
                .withConstraints(table.constraints().stream()
                        .map(c -> c.renameColumn(from, to))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(i -> i.renameColumn(from, to))
                        .toList());
    }

    /** Foreign keys that pointed at a table under its old name point at it under the new one. */
    static Table redirect(Table table, QualifiedName from, QualifiedName to) {
        return mapForeignKeys(table, from, key -> key.towards(to, key.referencedColumns()));
    }

    static Table redirectColumn(Table table, QualifiedName target, String from, String to) {
        return mapForeignKeys(
                table,
                target,
                key -> key.towards(
                        target,
                        key.referencedColumns().stream()
                                .map(c -> c.equals(from) ? to : c)
                                .toList()));
    }

    private static Table mapForeignKeys(
            Table table, QualifiedName target, java.util.function.UnaryOperator<ForeignKey> change) {
        boolean none =
                table.foreignKeys().stream().noneMatch(key -> key.references().equals(target));
        if (none) {
            return table;
        }
        List<Constraint> changed = table.constraints().stream()
                .map(c -> c instanceof ForeignKey key && key.references().equals(target) ? change.apply(key) : c)
                .toList();
        return table.withConstraints(changed);
    }

    static Table renameConstraint(Table table, String from, String to) {
        return table.withConstraints(table.constraints().stream()
                .map(c -> from.equals(c.name()) ? c.named(to) : c)
                .toList());
    }

    /** The unique constraint of that name, else the only one that covers what a unique index does. */
    static Optional<Unique> unique(Table table, @Nullable String name, @Nullable Index like) {
        List<Unique> uniques = table.constraints().stream()
                .filter(Unique.class::isInstance)
                .map(Unique.class::cast)
                .toList();
        Optional<Unique> named = uniques.stream()
                .filter(u -> name != null && name.equals(u.name()))
                .findFirst();
        if (named.isPresent() || like == null || !like.distinct()) {
            return named;
        }
        List<IndexMember> members = like.members();
        List<Unique> same = uniques.stream()
                .filter(u ->
                        u.columns().stream().map(IndexMember::column).toList().equals(members))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** Renames a unique constraint where there is no index of the name, for it may be nothing but its index. */
    static Table renameIndex(Table table, String from, String to) {
        if (table.index(from).isEmpty() && unique(table, from, null).isPresent()) {
            return renameConstraint(table, from, to);
        }
        return table.withIndexes(table.indexes().stream()
                .map(i -> from.equals(i.name()) ? i.named(to) : i)
                .toList());
    }

    static Table validate(Table table, String constraint) {
        return table.withConstraints(table.constraints().stream()
                .map(c -> constraint.equals(c.name()) ? validated(c) : c)
                .toList());
    }

    private static Constraint validated(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.withValidated(true);
        }
        return constraint instanceof Check check ? check.withValidated(true) : constraint;
    }

    /** The only constraint of a table with the kind and columns (or, for a check, the words) of another. */
    static Optional<Constraint> sameStructure(Table table, Constraint like) {
        List<Constraint> found = table.constraints().stream()
                .filter(c -> c.getClass().equals(like.getClass()))
                .filter(c -> c instanceof Check check
                        ? like instanceof Check other
                                && check.expression()
                                        .sql()
                                        .equals(other.expression().sql())
                        : c.columns().equals(like.columns()))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    static Optional<Index> sameStructure(Table table, Index like) {
        List<Index> found = table.indexes().stream()
                .filter(i -> i.members().equals(like.members()) && i.distinct() == like.distinct())
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
