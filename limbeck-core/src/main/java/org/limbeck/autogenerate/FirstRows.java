package org.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.operation.CreateTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.schema.QualifiedName;
import org.limbeck.write.Draft;
import org.limbeck.write.Draft.Line;

/** Rows without which a new table is of no use, written behind its creation. */
final class FirstRows {
    private FirstRows() {}

    static Draft in(Draft draft, Map<QualifiedName, List<String>> rows) {
        if (rows.isEmpty()) {
            return draft;
        }
        List<Line> upgrade = new ArrayList<>();
        for (Line line : draft.upgrade()) {
            upgrade.add(line);
            if (line instanceof Line.Do run && run.operation() instanceof CreateTable create) {
                for (String sql : rows.getOrDefault(create.table().name(), List.of())) {
                    upgrade.add(new Line.Do(ExecuteSql.of(sql).effectNone()));
                }
            }
        }
        return new Draft(upgrade, draft.downgrade());
    }
}
