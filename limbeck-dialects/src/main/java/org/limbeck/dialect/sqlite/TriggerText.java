package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

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

    /** The table or view that it stands on. */
    static String table(String sql) {
        List<Token> tokens = Token.all(sql);
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("ON")) {
                return tokens.get(i + 1).value();
            }
        }
        return "";
    }

    /**
     * Whether it writes a column of a table, or waits for that. SQLite (3.54) finds columns that are gone where a trigger
     * reads them, but neither in UPDATE ... SET and INSERT INTO ... (...) nor in UPDATE OF.
     */
    static boolean writes(String sql, String table, String column) {
        List<Token> statement = new ArrayList<>();
        boolean head = true;
        for (Token token : Token.all(sql)) {
            if (!token.isSymbol(';') && !(head && token.isWord("BEGIN"))) {
                statement.add(token);
                continue;
            }
            if (head ? waitsFor(statement, table, column) : changes(statement, table, column)) {
                return true;
            }
            head = false;
            statement.clear();
        }
        return false;
    }

    private static boolean waitsFor(List<Token> head, String table, String column) {
        boolean listed = false;
        boolean found = false;
        for (int i = 0; i + 1 < head.size(); i++) {
            listed |= head.get(i).isWord("OF");
            found |= listed && head.get(i).names(column);
            if (head.get(i).isWord("ON")) {
                return found && head.get(i + 1).names(table);
            }
        }
        return false;
    }

    private static boolean changes(List<Token> statement, String table, String column) {
        for (int i = 0; i + 1 < statement.size(); i++) {
            if (statement.get(i).isWord("SELECT")
                    || statement.get(i).isSymbol('(')
                    || statement.get(i).isWord("SET")) {
                return false;
            }
            if (statement.get(i).names(table) && i > 0) {
                return statement.stream().skip(i + 1L).anyMatch(t -> t.names(column));
            }
        }
        return false;
    }
}
