package org.limbeck.dialect.sqlite;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.View;

/**
 * What a CREATE VIEW statement says.
 *
 * @param columns the names of its columns in brackets, or empty
 */
record ViewText(String name, String columns, String query, List<Token> tokens) {
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "INTO", "UPDATE");

    /** @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT if the text is no CREATE VIEW */
    static ViewText parse(String sql) {
        Cursor cursor = new Cursor(sql);
        cursor.require("CREATE");
        cursor.require("VIEW");
        cursor.take("IF", "NOT", "EXISTS");
        String name = cursor.name();
        if (cursor.take('.')) {
            name = cursor.name();
        }
        String columns = cursor.isSymbol('(') ? "(" + cursor.inBrackets() + ")" : "";
        cursor.require("AS");
        String query = sql.substring(cursor.offset()).strip();
        return new ViewText(name, columns, query, Token.all(query));
    }

    View view(QualifiedName as) {
        View view = new View(as, SqlText.of(query), false, List.of(), null);
        return columns.isEmpty() ? view : view.option("sqlite", columns);
    }

    /** Whether a table or view of this name is read. */
    boolean reads(String table) {
        for (int i = 1; i < tokens.size(); i++) {
            Token last = tokens.get(i - 1);
            boolean place = last.isSymbol(',')
                    || last.isSymbol('(')
                    || last.isSymbol('.')
                    || BEFORE_TABLE.stream().anyMatch(last::isWord);
            if (place && tokens.get(i).names(table)) {
                return true;
            }
        }
        return false;
    }
}
