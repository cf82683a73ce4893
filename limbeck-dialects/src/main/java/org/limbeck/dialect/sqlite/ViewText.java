package org.limbeck.dialect.sqlite;

import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.View;

/** What a CREATE VIEW statement says. */
record ViewText(String name, String query, List<Token> tokens) {
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", "INTO", "UPDATE");

    /** @throws org.limbeck.error.LimbeckException SCHEMA_CONFLICT if the text is no CREATE VIEW */
    static ViewText parse(String sql) {
        Cursor cursor = new Cursor(sql);
        cursor.require("CREATE");
        cursor.require("VIEW");
        cursor.take("IF", "NOT", "EXISTS");
        int from = cursor.offset();
        String name = cursor.name();
        if (cursor.take('.')) {
            from = cursor.offset();
            name = cursor.name();
        }
        String quoted = cursor.text(from, cursor.ended());
        String columns = cursor.isSymbol('(') ? "(" + cursor.inBrackets() + ")" : "";
        cursor.require("AS");
        String query = sql.substring(cursor.offset()).strip();
        // A view value has no place for names of columns; a common table expression has.
        String whole =
                columns.isEmpty() ? query : "WITH " + quoted + columns + " AS (" + query + ") SELECT * FROM " + quoted;
        return new ViewText(name, whole, Token.all(query));
    }

    View view(QualifiedName as) {
        return new View(as, SqlText.of(query), false, List.of(), null);
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
