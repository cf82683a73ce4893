package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.limbeck.dialect.Names;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.Unsupported;
import org.limbeck.dialect.mysql.Piece.Kind;
import org.limbeck.operation.RenameColumn;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;

/**
 * Renaming a column with what names it: MySQL's checks are stated again, for else it refuses (error 3959). Triggers are
 * refused, for they would fail at the next change of a row. The views are {@link Restating}'s.
 */
final class ColumnRenaming {
    private final MySqlDialect dialect;
    private final StateView before;
    private final KeyClauses keys;

    ColumnRenaming(MySqlDialect dialect, StateView before, KeyClauses keys) {
        this.dialect = dialect;
        this.before = before;
        this.keys = keys;
    }

    List<Statement> statements(RenameColumn operation, Function<String, List<Statement>> ddl) {
        before.triggersOn(operation.table()).forEach(t -> refuseIfNamed(t, operation));
        List<Statement> statements = new ArrayList<>();
        String alter = "ALTER TABLE " + Names.qualified(dialect, operation.table()) + " ";
        for (List<String> clauses : clauses(operation)) {
            statements.addAll(ddl.apply(alter + String.join(", ", clauses)));
        }
        return statements;
    }

    private List<List<String>> clauses(RenameColumn operation) {
        String rename =
                "RENAME COLUMN " + dialect.identifier(operation.from()) + " TO " + dialect.identifier(operation.to());
        Optional<Table> table = before.table(operation.table());
        List<Constraint> checks = dialect.isMariaDb() || table.isEmpty()
                ? List.of()
                : table.get().constraints().stream()
                        .filter(c -> KeyClauses.refersTo(dialect, c, operation.from()))
                        .toList();
        List<String> first = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        for (Constraint check : checks) {
            first.add("DROP CONSTRAINT " + dialect.identifier(String.valueOf(check.name())));
            adds.add("ADD " + keys.constraint(renamed((Check) check, operation), table));
        }
        first.add(rename);
        // A column of a foreign key is renamed in place only, a check is added by copying only (error 1846).
        boolean inForeignKey = table.isPresent()
                && table.get().foreignKeys().stream().anyMatch(k -> k.columns().contains(operation.from()));
        if (inForeignKey && !adds.isEmpty()) {
            return List.of(first, adds);
        }
        first.addAll(adds);
        return List.of(first);
    }

    private Check renamed(Check check, RenameColumn operation) {
        List<Piece> pieces = new ArrayList<>(Piece.of(dialect.words(check.expression())));
        pieces.replaceAll(p -> p.isName() && p.value().equalsIgnoreCase(operation.from())
                ? new Piece(Kind.NAME, "`" + operation.to().replace("`", "``") + "`")
                : p);
        return Check.of(Piece.join(pieces)).named(String.valueOf(check.name()));
    }

    private void refuseIfNamed(Trigger trigger, RenameColumn operation) {
        List<Piece> pieces = Piece.solid(dialect.words(trigger.definition()));
        for (int i = 2; i < pieces.size(); i++) {
            Piece row = pieces.get(i - 2);
            boolean named = (row.is("new") || row.is("old"))
                    && pieces.get(i - 1).isSign(".")
                    && pieces.get(i).isName()
                    && pieces.get(i).value().equalsIgnoreCase(operation.from());
            if (named) {
                throw Unsupported.on(
                        dialect,
                        operation.describe(),
                        "Trigger " + trigger.name() + " names the column and would fail at the next change of a row.",
                        "Drop the trigger before, and create it again with the new name.");
            }
        }
    }
}
