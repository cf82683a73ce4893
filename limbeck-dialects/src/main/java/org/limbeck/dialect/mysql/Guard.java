package org.limbeck.dialect.mysql;

/** Statements that fail when a condition is not met, for databases whose plain SQL has no other way to say so. */
final class Guard {
    /** The servers show 31 characters of a wrong path. */
    private static final int LONGEST = 30;

    private Guard() {}

    /**
     * Fails with {@code XPATH syntax error: '~what'} if a table has a row of a kind. The path of EXTRACTVALUE is read
     * when the statement runs, and only what the sub-select gives decides whether it is one.
     */
    static String noRows(String what, String table, String condition) {
        String shown = what.length() > LONGEST ? what.substring(0, LONGEST) : what;
        return "DO EXTRACTVALUE('<a/>', (SELECT IF(COUNT(*) = 0, '/a', " + MySqlLiterals.quoted("~" + shown) + ") FROM "
                + table + " WHERE " + condition + "))";
    }
}
