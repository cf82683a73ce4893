package org.limbeck.load;

import org.limbeck.error.Place;

/** One thing that a section of an SQL script asks for; parameters are replaced. */
public sealed interface SqlStep {

    /** The SQL text without terminator. */
    String sql();

    /** Where it stands. */
    Place place();

    /** A statement to execute. */
    record Execute(String sql, Place place) implements SqlStep {}

    /** A query that stops the revision if it gives a row. */
    record Check(String name, String sql, Place place) implements SqlStep {}
}
