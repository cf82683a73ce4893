package org.limbeck.compare;

/** The kinds of things in a schema that are compared. */
public enum ObjectKind {
    SCHEMA("schema"),
    EXTENSION("extension"),
    TABLE("table"),
    COLUMN("column"),
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    FOREIGN_KEY("foreign key"),
    CHECK("check"),
    EXCLUSION("exclusion"),
    INDEX("index"),
    SEQUENCE("sequence"),
    ENUM("enum"),
    VIEW("view"),
    ROUTINE("routine"),
    TRIGGER("trigger");

    private final String word;

    ObjectKind(String word) {
        this.word = word;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** Whether it is kept in a table, beside its columns. */
    boolean isPart() {
        return switch (this) {
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX -> true;
            default -> false;
        };
    }
}
