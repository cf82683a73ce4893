package org.limbeck.dialect.sqlite;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;

/** Goes through the tokens of one statement of the catalogue. Not thread-safe. */
final class Cursor {
    private final String sql;
    private final List<Token> tokens;
    private int at;

    /** @throws LimbeckException SCHEMA_CONFLICT if a quote is not closed */
    Cursor(String sql) {
        this.sql = sql;
        try {
            this.tokens = Token.all(sql);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(sql, String.valueOf(e.getMessage()));
        }
    }

    @Nullable
    Token peek() {
        return peek(0);
    }

    @Nullable
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    Token next() {
        Token token = peek();
        if (token == null) {
            throw notUnderstood(sql, "it ends too early");
        }
        at++;
        return token;
    }

    boolean isWord(String upper) {
        return isWord(0, upper);
    }

    boolean isWord(int ahead, String upper) {
        Token token = peek(ahead);
        return token != null && token.isWord(upper);
    }

    boolean isSymbol(char symbol) {
        Token token = peek();
        return token != null && token.isSymbol(symbol);
    }

    /** Takes these words if all of them follow. */
    boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isWord(i, words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean take(char symbol) {
        if (!isSymbol(symbol)) {
            return false;
        }
        at++;
        return true;
    }

    void require(String word) {
        if (!take(word)) {
            throw unexpected();
        }
    }

    void require(char symbol) {
        if (!take(symbol)) {
            throw unexpected();
        }
    }

    String name() {
        Token token = next();
        if (!token.names()) {
            at--;
            throw unexpected();
        }
        return token.value();
    }

    /** Where the next token begins, or the end of the text. */
    int offset() {
        Token token = peek();
        return token == null ? sql.length() : token.start();
    }

    /** Where the last token ended. */
    int ended() {
        return at == 0 ? 0 : tokens.get(at - 1).end();
    }

    String text(int from, int to) {
        return sql.substring(from, to);
    }

    /** Takes {@code ( ... )} and gives what is between, stripped. */
    String inBrackets() {
        int from = requireOpen();
        int depth = 1;
        while (true) {
            Token token = next();
            if (token.isSymbol('(')) {
                depth++;
            } else if (token.isSymbol(')') && --depth == 0) {
                return text(from, token.start()).strip();
            }
        }
    }

    private int requireOpen() {
        require('(');
        return ended();
    }

    LimbeckException unexpected() {
        Token token = peek();
        return notUnderstood(sql, token == null ? "it ends too early" : "unexpected: " + token.text());
    }

    private static LimbeckException notUnderstood(String sql, String why) {
        return Problem.of(ErrorCode.SCHEMA_CONFLICT, "A definition in the catalogue is not understood")
                .why(why)
                .why(sql)
                .todo("Change the table by SQL of your own:  op.sql(\"...\")")
                .exception();
    }
}
