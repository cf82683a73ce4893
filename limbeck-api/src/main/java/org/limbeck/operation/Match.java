package org.limbeck.operation;

import org.limbeck.schema.SqlText;

/** Which rows are meant. */
public sealed interface Match {

    /** Every row of the table. */
    record All() implements Match {}

    /** The rows that hold these values. */
    record Values(Row row) implements Match {}

    /** The rows for which an SQL condition is true. */
    record Where(SqlText condition) implements Match {}
}
