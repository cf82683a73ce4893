package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Unique;

/** Unique constraints and indexes of one table. */
final class Keys {
    private final org.hibernate.mapping.Table table;
    private final MappedNames names;
    private final Dialect dialect;

    Keys(org.hibernate.mapping.Table table, MappedNames names, Dialect dialect) {
        this.table = table;
        this.names = names;
        this.dialect = dialect;
    }

    List<Unique> uniques() {
        List<Unique> uniques = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (isConstraint(key)) {
                String[] columns = names.of(key.getColumns()).toArray(String[]::new);
                String name = names.given(key.getName());
                uniques.add(
                        name == null ? Unique.of(columns) : Unique.of(columns).named(name));
            }
        }
        return uniques;
    }

    /** An order or an expression makes it an index. */
    private boolean isConstraint(UniqueKey key) {
        return key.getColumnOrderMap().isEmpty() && key.getColumns().stream().allMatch(this::isColumn);
    }

    private boolean isColumn(Selectable member) {
        return member instanceof org.hibernate.mapping.Column column && table.containsColumn(column);
    }

    List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            if (!isConstraint(key)) {
                List<IndexMember> members = new ArrayList<>();
                key.getColumns()
                        .forEach(c ->
                                members.add(member(c, key.getColumnOrderMap().get(c))));
                indexes.add(index(members, key.getName(), Options.of(key)).unique());
            }
        }
        for (org.hibernate.mapping.Index index : table.getIndexes().values()) {
            List<IndexMember> members = new ArrayList<>();
            Map<Selectable, String> order = index.getSelectableOrderMap();
            index.getSelectables().forEach(s -> members.add(member(s, order.get(s))));
            Index read = index(members, index.getName(), Options.of(index));
            indexes.add(index.isUnique() ? read.unique() : read);
        }
        return indexes;
    }

    private IndexMember member(Selectable selectable, @Nullable String order) {
        IndexMember member = isColumn(selectable)
                ? IndexMember.column(names.of((org.hibernate.mapping.Column) selectable))
                : IndexMember.expression(SqlText.of(expression(selectable)));
        String words = order == null ? "" : order.strip().toLowerCase(java.util.Locale.ROOT);
        IndexMember directed = words.startsWith("desc") ? member.desc() : member;
        if (words.endsWith("nulls first")) {
            return directed.nullsFirst();
        }
        return words.endsWith("nulls last") ? directed.nullsLast() : directed;
    }

    private static String expression(Selectable selectable) {
        String text = selectable instanceof org.hibernate.mapping.Column column
                ? column.getName()
                : ((org.hibernate.mapping.Formula) selectable).getFormula();
        return ColumnDefinition.inner(text.strip());
    }

    private Index index(List<IndexMember> members, @Nullable String name, Optional<String> options) {
        String given = names.given(name);
        Index index = given == null ? Index.of(members) : Index.of(members).named(given);
        return options.map(words -> IndexOptions.apply(index, words, names, dialect))
                .orElse(index);
    }
}
