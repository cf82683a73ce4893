package org.limbeck.dialect.mysql;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.operation.AddColumn;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.Operation;
import org.limbeck.operation.SetColumnComment;
import org.limbeck.operation.SetDefault;
import org.limbeck.operation.SetNullable;
import org.limbeck.operation.SetTableComment;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;

/**
 * Operations on one table that mean the same in one ALTER TABLE as one after the other: none of them changes what another
 * one changes, and only new columns are built upon.
 *
 * @param changed columns and keys that are changed so far
 */
record Merging(QualifiedName table, Set<String> changed) {

    /** The beginning of a group, or null if the operation is not one that can be merged. */
    static @Nullable Merging of(Operation operation) {
        Set<String> names = names(operation);
        return names == null ? null : new Merging(operation.tables().iterator().next(), names);
    }

    /** The group with one more operation, or null if that would not mean the same. */
    @Nullable
    Merging with(Operation next) {
        Set<String> names = names(next);
        if (names == null || !next.tables().equals(Set.of(table)) || overlaps(names)) {
            return null;
        }
        Set<String> all = new HashSet<>(changed);
        all.addAll(names);
        return new Merging(table, all);
    }

    private boolean overlaps(Set<String> names) {
        return names.stream().anyMatch(changed::contains);
    }

    private static @Nullable Set<String> names(Operation operation) {
        if (operation instanceof AddColumn add) {
            return column(add.column().name());
        }
        if (operation instanceof DropColumn drop) {
            return column(drop.column());
        }
        if (operation instanceof SetNullable set) {
            return column(set.column());
        }
        if (operation instanceof SetDefault set) {
            return column(set.column());
        }
        if (operation instanceof SetColumnComment set) {
            return column(set.column());
        }
        if (operation instanceof SetType set) {
            return set.using() == null && set.requireFits() ? column(set.column()) : null;
        }
        return operation instanceof SetTableComment ? Set.of("comment") : keyNames(operation);
    }

    private static Set<String> column(String name) {
        return Set.of("column " + name);
    }

    private static @Nullable Set<String> keyNames(Operation operation) {
        if (operation instanceof AddConstraint add) {
            // MariaDB does not find a key that comes in the same statement (error 1005, 10.11).
            boolean own = add.constraint() instanceof ForeignKey foreign
                    && foreign.references().equals(add.table());
            return own
                    ? null
                    : key(add.constraint(), String.valueOf(add.constraint().name()));
        }
        if (operation instanceof DropConstraint drop && drop.name() != null) {
            boolean primary = drop.like() instanceof PrimaryKey || drop.name().startsWith("pk_");
            return Set.of("key " + (primary ? "PRIMARY" : drop.name()));
        }
        if (operation instanceof CreateIndex create) {
            return Set.of("key " + create.index().name());
        }
        return operation instanceof DropIndex drop && drop.name() != null ? Set.of("key " + drop.name()) : null;
    }

    private static Set<String> key(Constraint constraint, String name) {
        return Set.of("key " + (constraint instanceof PrimaryKey ? "PRIMARY" : name));
    }
}
