package org.limbeck.dialect;

/** Where a statement stands towards transactions. */
public enum Placement {
    /** In the step's transaction, and rolled back with it. */
    INSIDE,
    /** It commits by itself, and what came before it (DDL on MySQL, MariaDB, H2). */
    COMMITS,
    /** In a transaction, but of use only after the commit (PostgreSQL: a new enum value). */
    COMMIT_AFTER,
    /** It refuses to be in a transaction (PostgreSQL: concurrent index). */
    OUTSIDE,
    /** In a transaction piece of its own, run by {@link Dialect#isolated} (SQLite: rebuild). */
    ISOLATED
}
