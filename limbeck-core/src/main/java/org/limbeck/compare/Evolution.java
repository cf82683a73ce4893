package org.limbeck.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.limbeck.operation.AroundViews;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;

/**
 * A schema moved by one operation after the other, each of which is shown only the tables that it concerns, so that a
 * thousand operations on a thousand tables cost a thousand steps.
 */
final class Evolution {
    private final Map<QualifiedName, Table> tables;
    private final Map<QualifiedName, View> views;
    private Schema others;

    Evolution(Schema schema) {
        this.tables = new HashMap<>(schema.tables());
        this.views = new HashMap<>(schema.views());
        this.others = schema.withTables(Map.of()).withViews(Map.of());
    }

    /** Moves on, and says what undoes the step. */
    Inverse apply(Operation operation) {
        Set<QualifiedName> concerned = concerned(operation);
        Schema before = others;
        Map<QualifiedName, Table> seen = new HashMap<>();
        Map<QualifiedName, View> seenViews = new HashMap<>();
        for (QualifiedName name : concerned) {
            Table table = tables.get(name);
            if (table != null) {
                seen.put(name, table);
            }
            View view = views.get(name);
            if (view != null) {
                seenViews.put(name, view);
            }
        }
        before = before.withTables(seen).withViews(seenViews);
        Inverse back = operation.inverse(before);
        Schema after = operation.evolve(before);
        concerned.forEach(tables::remove);
        concerned.forEach(views::remove);
        tables.putAll(after.tables());
        views.putAll(after.views());
        others = after.withTables(Map.of()).withViews(Map.of());
        return back;
    }

    private Set<QualifiedName> concerned(Operation operation) {
        Set<QualifiedName> names = new HashSet<>(operation.tables());
        if (operation instanceof RenameTable || operation instanceof RenameColumn) {
            for (Table table : tables.values()) {
                for (ForeignKey key : table.foreignKeys()) {
                    if (operation.tables().contains(key.references())) {
                        names.add(table.name());
                    }
                }
            }
        }
        if (operation instanceof AroundViews around) {
            names.addAll(around.views());
        }
        return names;
    }

    /** The state as it is now. */
    Schema schema() {
        return others.withTables(tables).withViews(views);
    }
}
