package org.limbeck.merge;

import java.util.Locale;

import org.limbeck.schema.QualifiedName;

/**
 * An object that a revision touches. Names are compared without case, for raw SQL has its own.
 *
 * @param owner the table or enum that it belongs to, or empty
 */
record Thing(Kind kind, String owner, String name) {

    /** What it is; the words are those of messages. */
    enum Kind {
        TABLE("table"),
        COLUMN("column"),
        CONSTRAINT("constraint"),
        PRIMARY_KEY("primary key"),
        INDEX("index"),
        TRIGGER("trigger"),
        ROWS("rows"),
        VIEW("view"),
        SEQUENCE("sequence"),
        ENUM("enum"),
        ENUM_VALUE("value"),
        ROUTINE("routine"),
        SCHEMA("schema"),
        EXTENSION("extension");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Thing of(Kind kind, QualifiedName name) {
        return new Thing(kind, "", plain(name));
    }

    static Thing named(Kind kind, String name) {
        return new Thing(kind, "", name.toLowerCase(Locale.ROOT));
    }

    static Thing table(QualifiedName name) {
        return of(Kind.TABLE, name);
    }

    static Thing in(Kind kind, QualifiedName owner, String name) {
        return new Thing(kind, plain(owner), name.toLowerCase(Locale.ROOT));
    }

    /** Values of an enum differ by case. */
    static Thing value(QualifiedName type, String value) {
        return new Thing(Kind.ENUM_VALUE, plain(type), value);
    }

    static String plain(QualifiedName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    /** The table that it is or belongs to; empty if it has to do with none. */
    String table() {
        return switch (kind) {
            case TABLE, VIEW -> name;
            case COLUMN, CONSTRAINT, PRIMARY_KEY, INDEX, TRIGGER, ROWS -> owner;
            default -> "";
        };
    }

    /** What it is called in a message. */
    String words() {
        return switch (kind) {
            case PRIMARY_KEY, ROWS -> kind.word + " of table " + owner;
            case ENUM_VALUE -> "value '" + name + "' of enum " + owner;
            case COLUMN -> "column " + owner + "." + name;
            case CONSTRAINT, INDEX, TRIGGER -> kind.word + " " + name + " of table " + owner;
            default -> kind.word + " " + name;
        };
    }
}
