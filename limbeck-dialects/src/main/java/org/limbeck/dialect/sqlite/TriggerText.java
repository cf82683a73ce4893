package org.limbeck.dialect.sqlite;

/** What a CREATE TRIGGER statement says of itself. */
final class TriggerText {
    private TriggerText() {}

    /** The trigger's name, without schema. */
    static String name(String sql) {
        Cursor cursor = new Cursor(sql);
        cursor.require("CREATE");
        if (!cursor.take("TEMP")) {
            cursor.take("TEMPORARY");
        }
        cursor.require("TRIGGER");
        cursor.take("IF", "NOT", "EXISTS");
        String name = cursor.name();
        return cursor.take('.') ? cursor.name() : name;
    }
}
