package org.limbeck.migration;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.operation.CheckData;
import org.limbeck.operation.Expectation;
import org.limbeck.schema.SqlText;

/** Records the checks of a revision. Not thread-safe. */
public final class Checks {
    private final List<CheckData> checks = new ArrayList<>();

    Checks() {}

    /** The query gives no row. */
    public void noRows(String name, String query) {
        checks.add(new CheckData(name, SqlText.of(query), new Expectation.NoRows()));
    }

    /** The query gives at least one row. */
    public void someRows(String name, String query) {
        checks.add(new CheckData(name, SqlText.of(query), new Expectation.SomeRows()));
    }

    /** Two queries give the same single number. */
    public void equalCounts(String name, String query, String otherQuery) {
        checks.add(new CheckData(name, SqlText.of(query), new Expectation.SameAs(SqlText.of(otherQuery))));
    }

    List<CheckData> recorded() {
        return List.copyOf(checks);
    }
}
