package org.limbeck.data;

import java.sql.Connection;

/** What a data step is given. Not thread-safe; valid only while the step runs. */
public interface Data {

    /**
     * The connection that does the work, in the step's transaction. It refuses {@code commit}, {@code rollback},
     * {@code close} and {@code setAutoCommit}.
     */
    Connection connection();

    /** The dialect's name, such as {@code postgresql}. */
    String dialect();

    /**
     * A declared parameter of the revision.
     *
     * @throws org.limbeck.error.LimbeckException if the revision does not declare it
     */
    String parameter(String name);

    /** Tells how far the step is, for people to see; {@code total} is 0 when it is not known. */
    void progress(long done, long total);
}
