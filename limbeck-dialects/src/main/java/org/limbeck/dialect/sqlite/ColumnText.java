package org.limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.limbeck.dialect.sqlite.Clause.Kind;

/**
 * A column as it stands in CREATE TABLE.
 *
 * @param name the exact name
 * @param head the name as it stands, with comments before and after it
 * @param type the type as it stands; may be empty
 */
record ColumnText(String name, String head, String type, List<Clause> clauses) {
    ColumnText {
        clauses = List.copyOf(clauses);
    }

    String text() {
        List<String> pieces = new ArrayList<>(List.of(head, type));
        clauses.forEach(c -> pieces.add(c.text()));
        return Pieces.join(pieces);
    }

    /** The type without comments, blanks made one. */
    String typeName() {
        StringBuilder words = new StringBuilder();
        Token last = null;
        for (Token token : Token.all(type)) {
            boolean apart = last != null && token.kind() == Token.Kind.WORD && last.kind() == Token.Kind.WORD;
            words.append(apart ? " " : "").append(token.value());
            last = token;
        }
        return words.toString();
    }

    Optional<Clause> clause(Kind kind) {
        return clauses.stream().filter(c -> c.kind() == kind).findFirst();
    }

    boolean has(Kind kind) {
        return clause(kind).isPresent();
    }

    boolean computed() {
        return has(Kind.COMPUTED);
    }

    ColumnText withType(String newType) {
        return new ColumnText(name, head, newType, clauses);
    }

    ColumnText withClauses(List<Clause> newClauses) {
        return new ColumnText(name, head, type, newClauses);
    }

    ColumnText plus(Clause clause) {
        List<Clause> more = new ArrayList<>(clauses);
        more.add(clause);
        return withClauses(more);
    }

    ColumnText minus(Predicate<Clause> unwanted) {
        return withClauses(clauses.stream().filter(unwanted.negate()).toList());
    }
}
