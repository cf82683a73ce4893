package org.limbeck.sql;

/** What an SQL script consists of: statements, and the directives between them. */
public sealed interface SqlPiece permits SqlStatement, SqlDirective {

    /** The line of its first character, from 1. */
    int line();

    /** How many UTF-16 units of the file precede it; a byte order mark counts. */
    long offset();
}
