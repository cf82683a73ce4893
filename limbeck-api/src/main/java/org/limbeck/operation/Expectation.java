package org.limbeck.operation;

import org.limbeck.schema.SqlText;

/** What a check expects of its query. */
public sealed interface Expectation {

    /** No row comes back. */
    record NoRows() implements Expectation {}

    /** At least one row comes back. */
    record SomeRows() implements Expectation {}

    /** Its single number equals that of another query. */
    record SameAs(SqlText other) implements Expectation {}

    /** The query gives the same single number as another one. */
    static SameAs sameAs(String otherQuery) {
        return new SameAs(SqlText.of(otherQuery));
    }
}
