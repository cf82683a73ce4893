package org.limbeck.adopt;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.limbeck.dialect.Dialect;

/** The history of another tool. */
public interface OldHistory {

    /** Whether it would read the carried scripts, too, if they were put into this folder. */
    boolean reaches(Path scripts);

    /**
     * Reads files and table; changes nothing.
     *
     * @throws org.limbeck.error.LimbeckException with everything that keeps it from being adopted
     */
    Adoption read(Connection connection, Dialect dialect) throws SQLException;
}
