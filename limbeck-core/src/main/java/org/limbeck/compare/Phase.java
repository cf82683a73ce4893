package org.limbeck.compare;

/** When an operation of a change is done, first to last. */
enum Phase {
    CREATE_SCHEMA,
    RENAME,
    CREATE_EXTENSION,
    DROP_TRIGGER,
    DROP_VIEW,
    DROP_FOREIGN_KEY,
    /** What is in the way of something new of the same name. */
    CLEAR,
    CHANGE_ENUM,
    CHANGE_SEQUENCE,
    /** Routines that defaults and checks of tables call. */
    CREATE_ROUTINE_FOR_TABLES,
    CREATE_TABLE,
    ALTER_TABLE,
    ADD_FOREIGN_KEY,
    DROP_TABLE,
    DROP_SEQUENCE,
    DROP_ENUM,
    CHANGE_ROUTINE,
    CREATE_VIEW,
    CREATE_TRIGGER,
    DROP_ROUTINE,
    DROP_EXTENSION,
    DROP_SCHEMA
}
