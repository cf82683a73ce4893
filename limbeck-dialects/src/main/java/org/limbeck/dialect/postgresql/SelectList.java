package org.limbeck.dialect.postgresql;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.limbeck.sql.SqlTokens;

/** The columns of a query, as far as its words show them. */
final class SelectList {
    private static final Set<String> ENDS = Set.of("from", "where", "union", "intersect", "except", "order", "limit");

    private SelectList() {}

    /** Whether one query certainly gives more columns than the one that takes its place. */
    static boolean shrinks(String from, String to) {
        OptionalInt before = columns(from);
        OptionalInt after = columns(to);
        return before.isPresent() && after.isPresent() && after.getAsInt() < before.getAsInt();
    }

    /** The number of columns; empty where a star or a WITH hides it. */
    static OptionalInt columns(String query) {
        List<String> tokens = SqlTokens.of(query, PostgresqlDialect.SYNTAX);
        if (tokens.isEmpty() || !tokens.get(0).equals("select")) {
            return OptionalInt.empty();
        }
        int depth = 0;
        int columns = 1;
        String previous = "select";
        for (String token : tokens.subList(1, tokens.size())) {
            if (depth == 0 && ENDS.contains(token)) {
                break;
            }
            if (depth == 0
                    && token.equals("*")
                    && Set.of("select", "distinct", ",", ".").contains(previous)) {
                return OptionalInt.empty();
            }
            depth += "([".contains(token) ? 1 : ")]".contains(token) ? -1 : 0;
            columns += depth == 0 && token.equals(",") ? 1 : 0;
            previous = token;
        }
        return OptionalInt.of(columns);
    }
}
