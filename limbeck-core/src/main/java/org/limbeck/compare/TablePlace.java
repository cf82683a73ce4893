package org.limbeck.compare;

/** The places of operations among those of one table. */
final class TablePlace {
    static final int DROP_KEY = 5;
    static final int END_IDENTITY = 10;
    static final int DROP_INDEX = 20;
    static final int DROP_CONSTRAINT = 30;
    /** No type can change that a computed column reads (PostgreSQL). */
    static final int DROP_COMPUTED = 35;

    static final int ADD_COLUMN = 40;
    static final int REMAKE_DROP = 45;
    static final int END_DEFAULT = 50;
    static final int SET_TYPE = 51;
    static final int SET_GENERATION = 52;
    static final int SET_DEFAULT = 53;
    static final int SET_NULLABLE = 54;
    static final int ADD_COMPUTED = 60;
    static final int REMAKE_ADD = 61;
    static final int RENAME_PART = 70;
    static final int REPLACE_CONSTRAINT = 75;
    static final int ADD_CONSTRAINT = 80;
    static final int BEGIN_IDENTITY = 85;
    static final int ADD_INDEX = 90;
    static final int VALIDATE = 92;
    static final int COMMENT = 95;
    static final int DROP_COLUMN = 98;
    static final int ADD_KEY = 99;

    private TablePlace() {}
}
