package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/**
 * What MySQL and MariaDB make of keys: a unique constraint is its index, and a foreign key has an index of its own name
 * unless another one begins with its columns.
 */
final class Keys {
    private Keys() {}

    /** Whether a unique index says no more than a unique constraint does. */
    static boolean isPlainUnique(Index index) {
        boolean usual = index.method() == null || index.method().equalsIgnoreCase("btree");
        return index.distinct() && usual && index.options().isEmpty() && isPlain(index);
    }

    private static boolean isPlain(Index index) {
        return index.members().stream().allMatch(m -> m.column() != null && m.prefix() == null && !m.descending());
    }

    static Unique unique(Index index) {
        return new Unique(index.name(), index.columns(), true, Deferrability.NOT_DEFERRABLE);
    }

    /** Whether an index is the one that the database made for a foreign key of the table. */
    static boolean backsForeignKey(Index index, Table table) {
        return !index.distinct()
                && isPlain(index)
                && table.foreignKeys().stream()
                        .anyMatch(key -> String.valueOf(key.name()).equals(index.name())
                                && key.columns().equals(index.columns()));
    }

    /** Whether the index of one foreign key serves others of the same columns, too: then there is but the one. */
    static boolean backsSeveral(Index index, Table table) {
        return table.foreignKeys().stream()
                        .filter(key -> key.columns().equals(index.columns()))
                        .count()
                > 1;
    }

    /** Whether the table's primary key, a unique constraint or a known index begins with these columns. */
    static boolean covered(Table table, List<String> columns) {
        for (Constraint constraint : table.constraints()) {
            boolean key = constraint instanceof PrimaryKey || constraint instanceof Unique;
            if (key && begins(constraint.columns(), columns)) {
                return true;
            }
        }
        return table.indexes().stream().anyMatch(index -> begins(usable(index), columns));
    }

    /** The columns before the first member that a foreign key cannot use. */
    private static List<String> usable(Index index) {
        List<String> columns = new ArrayList<>();
        boolean other = index.method() != null && !index.method().equalsIgnoreCase("btree");
        for (IndexMember member : other ? List.<IndexMember>of() : index.members()) {
            if (member.column() == null || member.prefix() != null) {
                return columns;
            }
            columns.add(member.column());
        }
        return columns;
    }

    static boolean begins(List<String> longer, List<String> columns) {
        return longer.size() >= columns.size()
                && longer.subList(0, columns.size()).equals(columns);
    }

    /** Foreign keys for which the database must have made an index. */
    static List<ForeignKey> backed(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> !covered(table, key.columns()))
                .toList();
    }
}
