package org.limbeck.adopt;

import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.Dialect;

/** The history of another tool. */
public interface OldHistory {

    /** Where its files are; the carried scripts may not be put there. */
    java.nio.file.Path folder();

    /**
     * Reads files and table; changes nothing.
     *
     * @throws org.limbeck.error.LimbeckException with everything that keeps it from being adopted
     */
    Adoption read(Connection connection, Dialect dialect) throws SQLException;
}
