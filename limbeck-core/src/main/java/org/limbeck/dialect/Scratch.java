package org.limbeck.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A place of a database, or of another one like it, where things can be created and read back without anyone seeing
 * them. Nothing of it is left afterwards.
 */
public interface Scratch {

    /** What is done there. */
    interface Work<T> {
        /**
         * Does it.
         *
         * @param connection whose own schema is an empty one; statements are executed one by one; not to be closed
         */
        T run(Connection connection) throws SQLException;
    }

    /**
     * Does work in a fresh place.
     *
     * @param live a connection to the database; it is afterwards as it was before
     * @throws SQLException if there can be no such place, for want of rights for example, or if the work fails
     */
    <T> T in(Connection live, Work<T> work) throws SQLException;
}
