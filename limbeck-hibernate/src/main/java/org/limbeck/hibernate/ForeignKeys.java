package org.limbeck.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hibernate.mapping.ForeignKey;
import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ReferentialAction;

/** Foreign keys of one table. */
final class ForeignKeys {
    private final MappedNames names;

    ForeignKeys(MappedNames names) {
        this.names = names;
    }

    List<org.limbeck.schema.ForeignKey> of(org.hibernate.mapping.Table table) {
        List<org.limbeck.schema.ForeignKey> keys = new ArrayList<>();
        for (ForeignKey key : table.getForeignKeys().values()) {
            if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                keys.add(key(key));
            }
        }
        return keys;
    }

    private org.limbeck.schema.ForeignKey key(ForeignKey key) {
        List<org.hibernate.mapping.Column> target = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        org.limbeck.schema.ForeignKey read = org.limbeck.schema.ForeignKey.of(
                names.of(key.getColumns()), names.of(key.getReferencedTable()), names.of(target));
        if (key.getOnDeleteAction() != null) {
            read = read.onDelete(
                    ReferentialAction.valueOf(key.getOnDeleteAction().name()));
        }
        String name = names.given(key.getName());
        read = name == null ? read : read.named(name);
        String words = (key.getKeyDefinition() == null ? "" : key.getKeyDefinition()) + " "
                + Options.of(key).orElse("");
        return withWords(read, words.toUpperCase(Locale.ROOT).replaceAll("\\s+", " "));
    }

    /** What {@code foreignKeyDefinition} says beyond the columns. */
    private static org.limbeck.schema.ForeignKey withWords(org.limbeck.schema.ForeignKey key, String words) {
        org.limbeck.schema.ForeignKey changed = key;
        ReferentialAction onDelete = action(words, "ON DELETE ");
        ReferentialAction onUpdate = action(words, "ON UPDATE ");
        changed = onDelete == null ? changed : changed.onDelete(onDelete);
        changed = onUpdate == null ? changed : changed.onUpdate(onUpdate);
        if (words.contains("INITIALLY DEFERRED")) {
            return changed.deferrable(Deferrability.INITIALLY_DEFERRED);
        }
        boolean deferrable = words.contains("DEFERRABLE") && !words.contains("NOT DEFERRABLE");
        return deferrable ? changed.deferrable(Deferrability.INITIALLY_IMMEDIATE) : changed;
    }

    private static @Nullable ReferentialAction action(String words, String clause) {
        int at = words.indexOf(clause);
        if (at < 0) {
            return null;
        }
        String action = words.substring(at + clause.length()).replace(' ', '_');
        for (ReferentialAction one : ReferentialAction.values()) {
            if (action.startsWith(one.name())) {
                return one;
            }
        }
        return null;
    }
}
