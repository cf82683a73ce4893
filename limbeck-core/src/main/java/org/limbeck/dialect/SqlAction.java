package org.limbeck.dialect;

import java.sql.SQLException;

/** Work on a connection. */
@FunctionalInterface
public interface SqlAction {
    void run() throws SQLException;
}
