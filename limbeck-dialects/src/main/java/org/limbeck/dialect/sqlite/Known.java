package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.limbeck.dialect.Source;
import org.limbeck.dialect.StateView;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/**
 * All that is known of a table: its own words, from the catalogue or written from history.
 *
 * @param indexes CREATE INDEX statements
 * @param triggers CREATE TRIGGER statements
 * @param others CREATE TRIGGER statements on other tables that mention this one
 * @param statistics tables of the planner's statistics that are there
 * @param leftover the statement that made a table of the name that a rebuild uses, if there is one
 */
record Known(
        TableText text,
        List<String> indexes,
        List<String> triggers,
        List<String> others,
        List<String> statistics,
        Optional<String> leftover) {
    Known {
        others = List.copyOf(others);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        statistics = List.copyOf(statistics);
    }

    /** @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT if the table does not exist or is not understood */
    static Known of(SqliteDialect dialect, StateView state, QualifiedName table) {
        Optional<Source> source = state.source(table);
        if (source.isEmpty()) {
            return fromHistory(dialect, state, table);
        }
        Known known = read(source.get().statements());
        for (Operation operation : source.get().since()) {
            known = TableEdit.after(dialect, state, known, operation);
        }
        return known;
    }

    /** What the statements of the catalogue say; the first is that of the table. */
    static Known read(List<String> statements) {
        TableText text = TableParser.parse(statements.get(0));
        List<String> indexes = new ArrayList<>();
        List<String> triggers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> statistics = new ArrayList<>();
        String leftover = null;
        for (String sql : statements.subList(1, statements.size())) {
            List<Token> tokens = Token.all(sql);
            if (tokens.get(1).isWord("TRIGGER")) {
                boolean own = TriggerText.table(sql).equalsIgnoreCase(text.name());
                (own ? triggers : others).add(sql);
            } else if (!tokens.get(1).isWord("TABLE")) {
                indexes.add(sql);
            } else if (tokens.get(2).value().startsWith("sqlite_stat")) {
                statistics.add(tokens.get(2).value());
            } else {
                leftover = sql;
            }
        }
        return new Known(text, indexes, triggers, others, statistics, Optional.ofNullable(leftover));
    }

    private static Known fromHistory(SqliteDialect dialect, StateView state, QualifiedName name) {
        Table table = state.table(name)
                .orElseThrow(() -> Problem.of(ErrorCode.SCHEMA_CONFLICT, "Table " + name + " does not exist")
                        .exception());
        SqliteStatements words = new SqliteStatements(dialect, state);
        List<String> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            indexes.add(words.indexText(name, index));
        }
        List<String> triggers = state.triggersOn(name).stream()
                .map(t -> dialect.words(t.definition()))
                .toList();
        return new Known(
                TableParser.parse(words.createTableText(table)),
                indexes,
                triggers,
                List.of(),
                List.of(),
                Optional.empty());
    }

    Known with(TableText newText) {
        return new Known(newText, indexes, triggers, others, statistics, leftover);
    }

    Known withIndexes(List<String> newIndexes) {
        return new Known(text, newIndexes, triggers, others, statistics, leftover);
    }

    Known withTriggers(List<String> newTriggers) {
        return new Known(text, indexes, newTriggers, others, statistics, leftover);
    }

    /**
     * Refuses to drop a column that triggers write, which SQLite would find out only when they fire.
     *
     * @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT with the trigger
     */
    void requireNotWritten(String column, StateView state) {
        Stream.concat(triggers.stream(), others.stream())
                .filter(sql -> TriggerText.writes(sql, text.name(), column))
                .filter(sql -> triggers.contains(sql) || stands(sql, state))
                .findFirst()
                .ifPresent(sql -> {
                    throw Problem.of(
                                    ErrorCode.SCHEMA_CONFLICT,
                                    "Trigger " + TriggerText.name(sql) + " writes column " + column + " of table "
                                            + text.name() + ", which is to be dropped")
                            .why(sql)
                            .todo("Drop the trigger first:  op.dropTrigger(\"" + TriggerText.table(sql) + "\", \""
                                    + TriggerText.name(sql) + "\")")
                            .exception();
                });
    }

    /** Whether a trigger of another table is not to be dropped by an operation before. */
    private static boolean stands(String sql, StateView state) {
        return state.triggersOn(new QualifiedName(null, TriggerText.table(sql))).stream()
                .anyMatch(t -> t.name().equals(TriggerText.name(sql)));
    }

    /** @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT if there is no such index */
    IndexText index(QualifiedName table, String name) {
        return indexes.stream()
                .map(IndexText::parse)
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ErrorCode.SCHEMA_CONFLICT, "Index " + name + " of table " + table + " does not exist")
                        .exception());
    }
}
