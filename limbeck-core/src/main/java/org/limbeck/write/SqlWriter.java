package org.limbeck.write;

/** Writes SQL scripts. Pure. */
public final class SqlWriter {
    private SqlWriter() {}

    /** A script with nothing in its sections yet. */
    public static String empty(ScriptHead head) {
        return ScriptText.directives(head) + "\n--@ upgrade\n\n--@ downgrade\n";
    }
}
