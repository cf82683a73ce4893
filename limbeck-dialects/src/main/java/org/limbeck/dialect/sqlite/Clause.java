package org.limbeck.dialect.sqlite;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.ForeignKey;

/**
 * One constraint of a column or of a table, with its words as they stand and what they say.
 *
 * @param naming {@code CONSTRAINT name} as it stands, or empty
 * @param name the constraint's name, or null
 * @param body the words without the naming
 * @param columns of a key of the table; empty where the clause stands at its column
 * @param words the expression of a check, default or computed value; the name of a collation
 * @param flag AUTOINCREMENT of a primary key, STORED of a computed value, brackets of a default
 * @param key the foreign key; its columns are empty where it stands at its column
 */
record Clause(
        Kind kind,
        String naming,
        @Nullable String name,
        String body,
        List<String> columns,
        String words,
        boolean flag,
        @Nullable ForeignKey key) {

    /** What a clause is. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        CHECK,
        FOREIGN_KEY,
        NOT_NULL,
        NULL,
        DEFAULT,
        COLLATE,
        COMPUTED,
        /** A name without a constraint, which SQLite lets pass. */
        NAME_ONLY;

        boolean isConstraint() {
            return this == PRIMARY_KEY || this == UNIQUE || this == CHECK || this == FOREIGN_KEY;
        }
    }

    String text() {
        return Pieces.join(List.of(naming, body));
    }

    /** The same clause under another name, already quoted. */
    Clause named(String newName, String quoted) {
        return new Clause(kind, "CONSTRAINT " + quoted, newName, body, columns, words, flag, key);
    }
}
