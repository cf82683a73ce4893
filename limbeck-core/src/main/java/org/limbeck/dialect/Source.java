package org.limbeck.dialect;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.operation.Operation;

/**
 * A table in the database's own words, where the database keeps them (SQLite), and what is to happen to it since. A
 * table value says what Limbeck understands of a table; a dialect that must make a table anew needs all of it.
 *
 * @param statements what made the table, its indexes and triggers, the table first
 * @param since operations that are planned but not executed yet, in order
 */
public record Source(List<String> statements, List<Operation> since) {
    public Source {
        statements = List.copyOf(statements);
        since = List.copyOf(since);
    }

    /** The same source with one more operation to happen. */
    public Source then(Operation operation) {
        List<Operation> more = new ArrayList<>(since);
        more.add(operation);
        return new Source(statements, more);
    }
}
