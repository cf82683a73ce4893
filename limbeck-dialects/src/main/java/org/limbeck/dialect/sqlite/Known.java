package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param statistics tables of the planner's statistics that are there
 * @param leftover the statement that made a table of the name that a rebuild uses, if there is one
 */
record Known(
        TableText text,
        List<String> indexes,
        List<String> triggers,
        List<String> statistics,
        Optional<String> leftover) {
    Known {
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
        List<String> statistics = new ArrayList<>();
        String leftover = null;
        for (String sql : statements.subList(1, statements.size())) {
            List<Token> tokens = Token.all(sql);
            if (tokens.get(1).isWord("TRIGGER")) {
                triggers.add(sql);
            } else if (!tokens.get(1).isWord("TABLE")) {
                indexes.add(sql);
            } else if (tokens.get(2).value().startsWith("sqlite_stat")) {
                statistics.add(tokens.get(2).value());
            } else {
                leftover = sql;
            }
        }
        return new Known(text, indexes, triggers, statistics, Optional.ofNullable(leftover));
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
                TableParser.parse(words.createTableText(table)), indexes, triggers, List.of(), Optional.empty());
    }

    Known with(TableText newText) {
        return new Known(newText, indexes, triggers, statistics, leftover);
    }

    Known withIndexes(List<String> newIndexes) {
        return new Known(text, newIndexes, triggers, statistics, leftover);
    }

    Known withTriggers(List<String> newTriggers) {
        return new Known(text, indexes, newTriggers, statistics, leftover);
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
