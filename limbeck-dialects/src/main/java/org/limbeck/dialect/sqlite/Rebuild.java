package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.QualifiedName;

/**
 * Operations on one table that ALTER TABLE cannot do: the table is made anew, its rows are copied, and it takes the
 * place of the old one with everything that hung on that. Not thread-safe.
 */
final class Rebuild {
    /** What the names of new tables begin with. */
    static final String PREFIX = "_limbeck_new_";

    private static final String VIOLATIONS = "temp._limbeck_violations";
    private static final String FORMER = "temp._limbeck_former";
    private static final String SEQUENCE = "sqlite_sequence";

    private final SqliteDialect dialect;
    private final StateView before;
    private final List<String> sqls = new ArrayList<>();

    Rebuild(SqliteDialect dialect, StateView before) {
        this.dialect = dialect;
        this.before = before;
    }

    /** The statements for neighbouring operations on one table; empty where they change nothing. */
    List<Statement> statements(List<Operation> operations) {
        QualifiedName table = SqliteRenderer.table(operations.get(0));
        TableEdit edit = new TableEdit(dialect, table, Known.of(dialect, before, table));
        StateView state = before;
        for (Operation operation : operations) {
            if (edit.needsRows(operation) || operation instanceof RenameColumn) {
                edit = flushed(table, edit);
            }
            edit.apply(operation, state);
            state = state.after(operation);
            if (operation instanceof RenameColumn rename) {
                rename(table, rename);
                edit = new TableEdit(dialect, table, edit.known());
            } else if (operation instanceof ValidateConstraint validate) {
                edit = flushed(table, edit);
                validate(edit.known().text(), validate.name());
            }
        }
        flushed(table, edit);
        return sqls.stream().map(sql -> new Statement(sql, Placement.ISOLATED)).toList();
    }

    private TableEdit flushed(QualifiedName table, TableEdit edit) {
        if (!edit.changed()) {
            return edit;
        }
        edit.requireCounting();
        write(table.name(), edit);
        return new TableEdit(dialect, table, edit.known());
    }

    private void validate(TableText text, String name) {
        Located.in(text).stream()
                .filter(l -> name.equals(l.constraint().name()) && l.clause().key() != null)
                .forEach(l -> sqls.add(Guards.foreignKey(dialect, text, l)));
    }

    /** Only outside the legacy mode do views, triggers and keys of other tables follow. */
    private void rename(QualifiedName table, RenameColumn rename) {
        sqls.add("PRAGMA legacy_alter_table = OFF");
        sqls.add("ALTER TABLE " + dialect.identifier(table.name()) + " RENAME COLUMN "
                + dialect.identifier(rename.from()) + " TO " + dialect.identifier(rename.to()));
        sqls.add("PRAGMA legacy_alter_table = ON");
    }

    // ---- one rebuild

    private void write(String table, TableEdit edit) {
        Known known = edit.known();
        String fresh = PREFIX + table;
        String freshId = dialect.identifier(fresh);
        String tableId = dialect.identifier(table);
        String create = known.text().create(freshId);
        sqls.addAll(edit.guards());
        clearLeftover(known, create, fresh, freshId);
        if (edit.keysMoved()) {
            sqls.add("CREATE VIEW " + VIOLATIONS + " AS " + violations(table));
            sqls.add("CREATE TABLE " + FORMER + " AS SELECT * FROM " + VIOLATIONS);
        }
        sqls.add(create);
        copy(edit, tableId, freshId).ifPresent(sqls::add);
        if (known.text().autoincrement() && edit.original().text().autoincrement()) {
            keepCount(table, fresh);
        }
        known.statistics().forEach(s -> moveStatistics(s, table, fresh));
        sqls.add("DROP TABLE " + tableId);
        sqls.add("ALTER TABLE " + freshId + " RENAME TO " + tableId);
        known.statistics().forEach(s -> moveStatistics(s, fresh, table));
        sqls.addAll(known.indexes());
        sqls.addAll(known.triggers());
        check(table, tableId, edit);
    }

    /** A table of our name is ours beyond doubt only if it is what we are about to make; its rows are still in the old one. */
    private void clearLeftover(Known known, String create, String fresh, String freshId) {
        if (known.leftover().isEmpty()) {
            return;
        }
        if (!normal(known.leftover().get()).equals(normal(create))) {
            throw Problem.of(ErrorCode.SCHEMA_CONFLICT, "Table " + fresh + " is in the way of a rebuild")
                    .why("A rebuild leaves no such table behind, so it was made by hand or by an interrupted script.")
                    .todo("Look at its rows, then drop or rename it.")
                    .exception();
        }
        sqls.add("DROP TABLE " + freshId);
    }

    private static List<String> normal(String sql) {
        return Token.all(sql).stream().map(Token::normal).toList();
    }

    private java.util.Optional<String> copy(TableEdit edit, String from, String to) {
        TableText old = edit.original().text();
        TableText text = edit.known().text();
        Map<String, String> sources = edit.sources();
        if (sources.isEmpty()) {
            return java.util.Optional.empty();
        }
        String insert = mentionsConflict(text) ? "INSERT OR ABORT INTO " : "INSERT INTO ";
        boolean numbered = text.withoutRowid() || (text.numbered() && old.numbered());
        if (numbered && sameColumns(old, text, sources)) {
            // SQLite copies whole records then, many times faster.
            return java.util.Optional.of(insert + to + " SELECT * FROM " + from);
        }
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (!text.numbered() && text.rowid().isPresent() && old.rowid().isPresent()) {
            columns.add(text.rowid().get());
            values.add(old.rowid().get());
        }
        sources.forEach((column, value) -> {
            columns.add(dialect.identifier(column));
            values.add(value);
        });
        return java.util.Optional.of(insert + to + " (" + String.join(", ", columns) + ") SELECT "
                + String.join(", ", values) + " FROM " + from);
    }

    /** A conflict clause of the table itself must not drop or replace rows while they are copied. */
    private static boolean mentionsConflict(TableText text) {
        return Token.all(text.create("x")).stream().anyMatch(t -> t.isWord("CONFLICT"));
    }

    private boolean sameColumns(TableText old, TableText text, Map<String, String> sources) {
        List<String> before = old.columns().stream().map(ColumnText::name).toList();
        List<String> after = text.columns().stream().map(ColumnText::name).toList();
        List<String> plain = after.stream().map(dialect::identifier).toList();
        boolean computed = old.columns().stream().anyMatch(ColumnText::computed)
                || text.columns().stream().anyMatch(ColumnText::computed);
        return !computed && before.equals(after) && plain.equals(List.copyOf(sources.values()));
    }

    private void keepCount(String table, String fresh) {
        String from = dialect.literal(table, null);
        String to = dialect.literal(fresh, null);
        sqls.add("DELETE FROM " + SEQUENCE + " WHERE name = " + to);
        sqls.add("INSERT INTO " + SEQUENCE + " (name, seq) SELECT " + to + ", seq FROM " + SEQUENCE + " WHERE name = "
                + from);
    }

    /** DROP TABLE forgets what ANALYZE found out, unless it stands under another name meanwhile. */
    private void moveStatistics(String statistics, String from, String to) {
        sqls.add("UPDATE " + statistics + " SET tbl = " + dialect.literal(to, null) + " WHERE tbl = "
                + dialect.literal(from, null));
    }

    // ---- checks

    private void check(String table, String tableId, TableEdit edit) {
        if (edit.vanished()) {
            checkMentions(tableId, edit.known().text().columns().get(0).name());
        }
        edit.newKeys()
                .forEach(k -> sqls.add(Guards.foreignKey(dialect, edit.known().text(), k)));
        if (edit.keysMoved()) {
            sqls.add(Guards.none(
                    dialect,
                    "max((SELECT count(*) FROM (SELECT * FROM " + VIOLATIONS + " EXCEPT SELECT * FROM " + FORMER
                            + ")), (SELECT count(*) FROM " + VIOLATIONS + ") - (SELECT count(*) FROM " + FORMER + "))",
                    "",
                    "rows would refer to no row of table " + table + ", or table " + table + " to no other row"));
            sqls.add("DROP VIEW " + VIOLATIONS);
            sqls.add("DROP TABLE " + FORMER);
        }
    }

    /** A renaming that renames nothing makes SQLite go through all views and triggers for columns that are gone. */
    private void checkMentions(String tableId, String column) {
        String id = dialect.identifier(column);
        sqls.add("PRAGMA legacy_alter_table = OFF");
        sqls.add("ALTER TABLE " + tableId + " RENAME COLUMN " + id + " TO " + id);
        sqls.add("PRAGMA legacy_alter_table = ON");
    }

    /** Rows of the table, and of those with keys to it, that refer to no row. */
    private String violations(String table) {
        String name = dialect.literal(table, null);
        return "SELECT c.\"table\" AS child, c.rowid AS row, c.parent AS parent FROM sqlite_master AS m,"
                + " pragma_foreign_key_check(m.name) AS c WHERE m.type = 'table' AND (m.name = " + name
                + " COLLATE NOCASE OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) AS k WHERE k.\"table\" = "
                + name + " COLLATE NOCASE))";
    }
}
