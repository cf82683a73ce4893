package org.limbeck.run;

/** How much is in one transaction. */
public enum TransactionMode {
    /** Each revision, where the database can. */
    REVISION,
    /** The whole run; what cannot be part of it is refused. */
    ALL,
    /** The whole run, and it is rolled back at the end. */
    REHEARSAL
}
