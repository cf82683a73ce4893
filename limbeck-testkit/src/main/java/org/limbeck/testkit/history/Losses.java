package org.limbeck.testkit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Collects what did not come back. Not thread-safe. */
final class Losses {
    private final Declarations declarations;
    private final Set<String> ignored;
    private final List<Loss> losses = new ArrayList<>();

    Losses(Declarations declarations, Set<String> ignored) {
        this.declarations = declarations;
        this.ignored = ignored;
    }

    List<Loss> all() {
        return losses;
    }

    /**
     * Compares a table before the way up with the same after the way down.
     *
     * @param above the schema between them
     */
    void compare(String revision, TableRows before, TableRows after, Schema above) {
        Map<String, Long> lost = new LinkedHashMap<>();
        Map<List<@Nullable String>, List<@Nullable String>> now = byKey(after);
        for (List<@Nullable String> row : before.rows()) {
            List<@Nullable String> same = now.get(key(before, row));
            if (same == null) {
                lost.merge("rows of " + before.table().name(), 1L, Long::sum);
            } else {
                columns(before.table(), row, same).forEach(column -> lost.merge(column, 1L, Long::sum));
            }
        }
        lost.forEach(
                (what, rows) -> losses.add(new Loss(revision, what, rows, declared(revision, what, before, above))));
    }

    private static Map<List<@Nullable String>, List<@Nullable String>> byKey(TableRows rows) {
        Map<List<@Nullable String>, List<@Nullable String>> byKey = new HashMap<>();
        rows.rows().forEach(row -> byKey.put(key(rows, row), row));
        return byKey;
    }

    private static List<@Nullable String> key(TableRows rows, List<@Nullable String> row) {
        List<Integer> positions = rows.key();
        if (positions.isEmpty()) {
            return row;
        }
        List<@Nullable String> key = new ArrayList<>();
        positions.forEach(position -> key.add(row.get(position)));
        return key;
    }

    private List<String> columns(Table table, List<@Nullable String> row, List<@Nullable String> now) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = table.name() + "." + table.columns().get(i).name();
            if (!Objects.equals(row.get(i), now.get(i)) && !ignored.contains(name)) {
                columns.add("column " + name);
            }
        }
        return columns;
    }

    private String declared(String revision, String what, TableRows before, Schema above) {
        Table table = above.tables().get(before.table().name());
        boolean dropped = table == null
                || before.table().columns().stream()
                        .map(Column::name)
                        .filter(name -> what.equals("column " + before.table().name() + "." + name))
                        .anyMatch(name -> table.column(name).isEmpty());
        String lossy = declarations.lossy(revision);
        return lossy.isEmpty() && dropped ? "dropped by its upgrade" : lossy;
    }
}
