package org.limbeck.dialect.h2;

import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Statement;
import org.limbeck.schema.Column;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;

/** The next number of an identity, which H2 does not move when a row brings its own. */
final class Identities {
    private Identities() {}

    /** The statement that moves an identity past what its table holds. */
    static List<Statement> moved(Statements statements, QualifiedName table, Column column) {
        if (!(column.generation() instanceof Generation.Identity identity)) {
            return List.of();
        }
        long start = identity.start() == null ? 1 : identity.start();
        long increment = identity.increment() == null ? 1 : identity.increment();
        return statements.restart(table, column, start, increment);
    }

    /** In brackets: the number after those of the rows and, where it is an identity already, not before its own. */
    static String next(Dialect dialect, QualifiedName table, String column, long start, long increment) {
        boolean up = increment > 0;
        String last = (up ? "MAX(" : "MIN(") + dialect.identifier(column) + ")";
        return "(SELECT " + (up ? "GREATEST" : "LEAST") + "(COALESCE(" + last + " + " + increment + ", " + start
                + "), COALESCE((SELECT IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = "
                + (table.schema() == null ? "CURRENT_SCHEMA" : kept(dialect, table.schema()))
                + " AND TABLE_NAME = " + kept(dialect, table.name())
                + " AND COLUMN_NAME = " + kept(dialect, column) + "), " + start + ")) FROM "
                + Names.qualified(dialect, table) + ")";
    }

    /** A name as the catalogue has it, as a text. */
    private static String kept(Dialect dialect, String name) {
        String quoted = dialect.identifier(name);
        return Tokens.quote(quoted.substring(1, quoted.length() - 1).replace("\"\"", "\""));
    }
}
