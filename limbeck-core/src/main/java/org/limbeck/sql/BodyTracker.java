package org.limbeck.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.limbeck.sql.SqlLexer.Kind;
import org.limbeck.sql.SqlSyntax.Trait;

/**
 * Follows the tokens of one statement and knows whether a semicolon would stand inside a body: of a trigger, a routine,
 * an event, a rule. Not thread-safe.
 */
final class BodyTracker {
    private static final Set<String> STORED = Set.of("TRIGGER", "PROCEDURE", "FUNCTION", "EVENT");
    private static final Set<String> BEFORE_STORED = Set.of("OR", "REPLACE", "TEMP", "TEMPORARY", "AGGREGATE");
    private static final Set<String> BLOCKS = Set.of("IF", "LOOP", "REPEAT", "WHILE");
    /** After these words of a routine's or trigger's head a statement may begin. */
    private static final Set<String> HEAD_ENDS =
            Set.of("ROW", "DO", "DETERMINISTIC", "SQL", "DATA", "DEFINER", "INVOKER");

    private enum State {
        START,
        CREATE,
        DEFINER,
        COMPOUND,
        ATOMIC,
        RULE,
        PLAIN
    }

    private record Open(String word, int line) {}

    private final SqlSyntax syntax;
    private final Deque<Open> open = new ArrayDeque<>();
    private State state = State.START;
    private boolean alter;
    private int parentheses;
    private int parenthesisLine;
    private boolean statementStart;
    private boolean handler;
    private String previous = "";
    private String beforePrevious = "";

    BodyTracker(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    boolean isOpen() {
        return !open.isEmpty() || (state == State.RULE && parentheses > 0);
    }

    /** The line where the innermost open body began. */
    int openLine() {
        return open.isEmpty() ? parenthesisLine : open.element().line();
    }

    void accept(SqlLexer lexer) {
        if (state == State.PLAIN || lexer.kind() == Kind.HINT) {
            return;
        }
        String token = token(lexer);
        switch (state) {
            case START -> start(token);
            case CREATE, DEFINER -> create(token);
            case RULE -> countParentheses(token, lexer.startLine());
            default -> body(lexer, token);
        }
        beforePrevious = previous;
        previous = token;
    }

    private static String token(SqlLexer lexer) {
        return switch (lexer.kind()) {
            case WORD -> SqlTokens.upper(lexer.text());
            case QUOTED -> "''";
            case NUMBER -> "0";
            default -> lexer.text();
        };
    }

    private void start(String token) {
        alter = token.equals("ALTER");
        if (token.equals("BEGIN") && syntax.has(Trait.COMPOUND_BODIES)) {
            state = State.COMPOUND;
        } else {
            state = alter || token.equals("CREATE") ? State.CREATE : State.PLAIN;
        }
    }

    private void create(String token) {
        if (alter ? token.equals("EVENT") : STORED.contains(token)) {
            state = stored(token);
        } else if (token.equals("RULE") && syntax.has(Trait.RULE_ACTIONS)) {
            state = State.RULE;
        } else if (token.equals("DEFINER")) {
            state = State.DEFINER;
        } else if ((state == State.CREATE && !BEFORE_STORED.contains(token)) || token.equals("VIEW")) {
            state = State.PLAIN;
        }
    }

    private State stored(String word) {
        if (syntax.has(Trait.COMPOUND_BODIES)) {
            return State.COMPOUND;
        }
        boolean routine = word.equals("FUNCTION") || word.equals("PROCEDURE");
        return routine && syntax.has(Trait.ATOMIC_BODIES) ? State.ATOMIC : State.PLAIN;
    }

    private void countParentheses(String token, int line) {
        if (token.equals("(")) {
            parenthesisLine = parentheses == 0 ? line : parenthesisLine;
            parentheses++;
        } else if (token.equals(")")) {
            parentheses--;
        }
    }

    private void body(SqlLexer lexer, String token) {
        countParentheses(token, lexer.startLine());
        boolean first = open.isEmpty() ? mayBeginBody() : statementStart;
        handler = token.equals("HANDLER") || (handler && !first);
        statementStart = false;
        if (lexer.kind() != Kind.WORD || previous.equals(".")) {
            statementStart = lexer.kind() == Kind.TERMINATOR || token.equals(":");
            return;
        }
        if (token.equals("END")) {
            end(first);
        } else if (opens(token, first)) {
            open.push(new Open(openName(token, first), lexer.startLine()));
            statementStart = true;
        } else {
            statementStart = startsStatementAfter(token);
        }
    }

    private boolean mayBeginBody() {
        boolean returnType = beforePrevious.equals("RETURNS");
        return parentheses == 0 && (HEAD_ENDS.contains(previous) || returnType || isPunctuation(previous));
    }

    private static boolean isPunctuation(String token) {
        return token.equals(")") || token.equals("''") || token.equals(":");
    }

    private boolean opens(String token, boolean first) {
        if (previous.equals("END") && !token.equals("BEGIN")) {
            return false;
        }
        if (state == State.ATOMIC) {
            return (token.equals("ATOMIC") && previous.equals("BEGIN")) || (token.equals("CASE") && !open.isEmpty());
        }
        return switch (token) {
            case "BEGIN" -> first || handler || (open.isEmpty() && beginsHere());
            case "ATOMIC" -> open.isEmpty() && previous.equals("NOT") && beforePrevious.equals("BEGIN");
            case "CASE" -> true;
            case "FOR" -> first && !open.isEmpty();
            default -> first && BLOCKS.contains(token);
        };
    }

    private boolean beginsHere() {
        return parentheses == 0 && !STORED.contains(previous) && !previous.isEmpty();
    }

    private static String openName(String token, boolean first) {
        return token.equals("CASE") && !first ? "CASE expression" : token;
    }

    /** A name may be called {@code end}: only an expression's END stands in the middle of a statement. */
    private void end(boolean first) {
        if (open.isEmpty()) {
            return;
        }
        String word = open.element().word();
        if (first || word.equals("CASE expression") || word.equals("REPEAT")) {
            open.pop();
        }
    }

    private boolean startsStatementAfter(String token) {
        boolean expression = !open.isEmpty() && open.element().word().equals("CASE expression");
        return switch (token) {
            case "THEN", "ELSE" -> !expression;
            case "DO" -> !open.isEmpty();
            default -> false;
        };
    }
}
