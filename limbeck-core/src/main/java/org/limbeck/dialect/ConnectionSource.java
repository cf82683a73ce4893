package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens further connections to the database of a work connection. Thread-safe. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection in autocommit mode, which the caller closes. */
    Connection open() throws SQLException;
}
