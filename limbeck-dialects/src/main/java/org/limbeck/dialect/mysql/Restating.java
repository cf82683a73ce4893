package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Unsupported;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.View;

/** Views that must be stated again after a renaming, for else they fail at the next SELECT (error 1356). */
final class Restating {
    private final MySqlDialect dialect;
    private final StateView before;

    Restating(MySqlDialect dialect, StateView before) {
        this.dialect = dialect;
        this.before = before;
    }

    /** The views with their new words, each after those that it reads; none if the operation renames nothing. */
    List<View> after(Operation operation) {
        List<View> views = new ArrayList<>();
        if (operation instanceof RenameColumn rename) {
            for (View view : before.viewsReading(rename.table())) {
                add(views, view, renamed(view, rename));
            }
        } else if (operation instanceof RenameTable rename) {
            for (View view : before.viewsReading(rename.from())) {
                String query = dialect.words(view.query());
                add(views, view, ViewText.renameTable(query, rename.from(), quoted(rename.to())));
            }
        }
        return views;
    }

    private void add(List<View> views, View view, String query) {
        if (!query.equals(dialect.words(view.query()))) {
            views.add(view.withQuery(SqlText.of(query)));
        }
    }

    private String renamed(View view, RenameColumn operation) {
        String query = dialect.words(view.query());
        return ViewText.renameColumn(query, operation.table(), operation.from(), operation.to())
                .orElseThrow(() -> Unsupported.on(
                        dialect,
                        operation.describe(),
                        "View " + view.name() + " may read the column, and its text does not tell for sure.",
                        "Drop the view before, and create it again with the new name."));
    }

    private static String quoted(QualifiedName name) {
        String last = "`" + name.name().replace("`", "``") + "`";
        return name.schema() == null ? last : "`" + name.schema().replace("`", "``") + "`." + last;
    }
}
