package org.limbeck.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A rule that every row of a table keeps. Its name may be null only before it is recorded or where the database has none. */
public sealed interface Constraint extends TablePart permits PrimaryKey, Unique, ForeignKey, Check, Exclusion {

    @Nullable
    String name();

    /** The same constraint under a name. */
    Constraint named(String newName);

    /** The columns that it names itself, in order; empty for expressions. */
    List<String> columns();

    /** The same constraint after a column of its own table got another name. */
    Constraint renameColumn(String from, String to);
}
