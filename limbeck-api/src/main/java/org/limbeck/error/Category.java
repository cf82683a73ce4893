package org.limbeck.error;

/** Whose turn it is after an error. */
public enum Category {
    /** The person who gave the command, the setting or the script can put it right. */
    USER,
    /** Something around Limbeck is missing or broken: a file, a driver, a network. */
    ENVIRONMENT,
    /** The database refused or failed. */
    DATABASE,
    /** A fault of Limbeck itself. */
    BUG
}
