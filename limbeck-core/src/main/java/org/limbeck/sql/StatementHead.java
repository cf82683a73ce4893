package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlLexer.Kind;
import org.limbeck.sql.SqlSyntax.Trait;

/** Follows the tokens of one statement and refuses what a script may not say. Not thread-safe. */
final class StatementHead {
    private static final int WORDS = 3;

    private final SqlSyntax syntax;
    private final @Nullable String file;
    private final int line;
    private final List<String> words = new ArrayList<>(WORDS);
    private boolean first = true;
    private boolean copy;
    private boolean fromClient;
    private @Nullable String maybeCall;

    StatementHead(SqlSyntax syntax, @Nullable String file, int line) {
        this.syntax = syntax;
        this.file = file;
        this.line = line;
    }

    void accept(SqlLexer lexer) {
        if (lexer.is('\\') && syntax.has(Trait.BACKSLASH_COMMANDS)) {
            throw clientCommand(lexer, "\\");
        }
        if (first && lexer.is('.') && syntax.has(Trait.DOT_COMMANDS)) {
            throw clientCommand(lexer, ".");
        }
        if (maybeCall != null && lexer.is('(')) {
            throw dropsLock(maybeCall + "()", lexer.startLine());
        }
        maybeCall = null;
        first = false;
        if (lexer.kind() == Kind.WORD) {
            word(lexer);
        } else if (lexer.kind() == Kind.QUOTED
                && !words.isEmpty()
                && words.get(0).equals("DO")) {
            block(lexer);
        }
    }

    /** An anonymous block runs at once. */
    private void block(SqlLexer lexer) {
        String text = SqlTokens.upper(lexer.text());
        for (String call : syntax.lockDroppingCalls()) {
            if (text.contains(call)) {
                throw dropsLock(call.toLowerCase(Locale.ROOT) + "()", lexer.startLine());
            }
        }
    }

    private void word(SqlLexer lexer) {
        if (words.size() < WORDS) {
            words.add(SqlTokens.upper(lexer.text()));
            copy = words.get(0).equals("COPY") && syntax.has(Trait.BACKSLASH_COMMANDS);
        }
        fromClient |= copy && (lexer.is("STDIN") || lexer.is("STDOUT"));
        for (String call : syntax.lockDroppingCalls()) {
            if (lexer.is(call)) {
                maybeCall = lexer.text();
            }
        }
    }

    /** Called at the end of the statement. */
    void refuseForbidden() {
        if (fromClient) {
            throw copyData();
        }
        String start = String.join(" ", words);
        if (isTransactionControl(start)) {
            throw transactionControl(start);
        }
        for (String forbidden : syntax.lockDroppingStatements()) {
            if (startsWith(start, forbidden)) {
                throw dropsLock(forbidden, line);
            }
        }
    }

    private boolean isTransactionControl(String start) {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "COMMIT", "ABORT", "END", "XA" -> true;
            case "ROLLBACK" -> !words.contains("TO");
            case "BEGIN" -> !(syntax.has(Trait.COMPOUND_BODIES) && startsWith(start, "BEGIN NOT ATOMIC"));
            case "START", "PREPARE" -> words.size() > 1 && words.get(1).equals("TRANSACTION");
            case "SET" -> words.lastIndexOf("AUTOCOMMIT") > 0;
            default -> false;
        };
    }

    private static boolean startsWith(String words, String beginning) {
        return words.equals(beginning) || words.startsWith(beginning + " ");
    }

    private RuntimeException transactionControl(String start) {
        return forbidden("A script may not control the transaction: " + start + ".", line)
                .why("Limbeck commits the work together with the note of how far it got; "
                        + "a script that commits by itself can be half done and look untouched.")
                .todo("remove the statement; write --@ transactional false where each statement must commit by itself")
                .exception();
    }

    private RuntimeException dropsLock(String what, int where) {
        return forbidden(what + " would release Limbeck's lock.", where)
                .why("Another process could then change the schema at the same time.")
                .todo("remove it, or release the one thing that is meant by its name")
                .exception();
    }

    private static String firstWord(String line) {
        return line.isEmpty() ? "" : line.split("\\s", 2)[0];
    }

    private RuntimeException clientCommand(SqlLexer lexer, String mark) {
        String command = mark + firstWord(lexer.restOfLine());
        return forbidden(command + " is a command of a client program.", lexer.startLine())
                .why("The database does not understand it; only the program does that reads it.")
                .todo("remove the line")
                .exception();
    }

    private RuntimeException copyData() {
        return forbidden("COPY from or to the client is in the script.", line)
                .why("Its data lines are part of the client's protocol, not of SQL.")
                .todo("dump with --inserts, or load the rows in a Java script: op.insert(\"table\", csv(\"rows.csv\"))")
                .exception();
    }

    private Problem forbidden(String what, int where) {
        return Problem.of(ErrorCode.FORBIDDEN_STATEMENT, what).at(file, where);
    }
}
