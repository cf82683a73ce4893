package org.limbeck.dialect;

/** What went wrong at the database, in terms that Limbeck branches on. */
public enum Failure {
    /** The connection is gone; whether the last statement was executed is not known. */
    CONNECTION_LOST,
    /** Nobody answers at the address. */
    UNREACHABLE,
    /** User or password are wrong, or a right is missing to log in. */
    ACCESS_DENIED,
    /** The database or file is read-only. */
    READ_ONLY,
    /** The disk is full. */
    NO_SPACE,
    /** Another session holds what the statement needs. */
    LOCK_WAIT,
    /** A table or view does not exist. */
    NO_SUCH_TABLE,
    OTHER
}
