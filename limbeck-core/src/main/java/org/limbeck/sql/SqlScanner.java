package org.limbeck.sql;

import java.io.Reader;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.sql.SqlLexer.Kind;
import org.limbeck.sql.SqlSyntax.Trait;

/**
 * Reads an SQL script piece by piece; holds one statement at a time, so that the length of the script does not matter.
 * Does not close its reader. Not thread-safe.
 */
public final class SqlScanner {
    private final CharWindow window;
    private final SqlSyntax syntax;
    private final SqlLexer lexer;
    private boolean ahead;

    /**
     * Begins in the middle of a file.
     *
     * @param reader stands at {@code offset}
     * @param file the file's name for messages, if there is one
     * @param line the line at {@code offset}, from 1
     * @param offset 0 at the start of the file
     * @param directives whether {@code --@} lines are directives; else they are comments
     */
    public SqlScanner(
            Reader reader, SqlSyntax syntax, @Nullable String file, int line, long offset, boolean directives) {
        this(new CharWindow(reader, file, line, offset), syntax, directives);
    }

    /** The same of text that is held already and has directives; it begins at the offset. */
    public SqlScanner(String text, SqlSyntax syntax, @Nullable String file, int line, long offset) {
        this(new CharWindow(text, file, line, offset), syntax, true);
    }

    private SqlScanner(CharWindow window, SqlSyntax syntax, boolean directives) {
        this.window = window;
        this.syntax = syntax;
        this.lexer = new SqlLexer(window, syntax, directives);
    }

    /** A scanner of a whole script with directives. */
    public static SqlScanner ofScript(Reader reader, SqlSyntax syntax, @Nullable String file) {
        return new SqlScanner(reader, syntax, file, 1, 0, true);
    }

    /**
     * The next statement or directive, or null at the end.
     *
     * @throws LimbeckException UNTERMINATED_STATEMENT, FORBIDDEN_STATEMENT or UNREADABLE_SCRIPT, with the place
     */
    public @Nullable SqlPiece next() {
        while (true) {
            Kind kind = ahead ? lexer.kind() : lexer.next();
            ahead = false;
            switch (kind) {
                case END -> {
                    return null;
                }
                case DIRECTIVE -> {
                    return directive();
                }
                case TERMINATOR -> {}
                default -> {
                    if (!isDelimiterCommand(kind)) {
                        return statement();
                    }
                    changeDelimiter();
                }
            }
        }
    }

    /** Skips text that is not in this syntax, line by line, up to the next line that begins with {@code --@}. */
    public void skipToDirective() {
        resetDelimiter();
        while (window.peek() != CharWindow.END && !(window.atLineStart() && window.startsWith(SqlDirective.MARK))) {
            window.keepFrom(Long.MAX_VALUE);
            window.advance();
        }
    }

    /** Statements end at a semicolon again. */
    public void resetDelimiter() {
        lexer.delimiter(SqlLexer.SEMICOLON);
    }

    private SqlDirective directive() {
        String text = lexer.text().substring(SqlDirective.MARK.length()).strip();
        return new SqlDirective(text, lexer.startLine(), lexer.start(), lexer.end());
    }

    private boolean isDelimiterCommand(Kind kind) {
        return kind == Kind.WORD && syntax.has(Trait.DELIMITER_COMMAND) && lexer.is("DELIMITER");
    }

    private void changeDelimiter() {
        String delimiter = lexer.restOfLine().split("\\s", 2)[0];
        if (delimiter.isEmpty()) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "DELIMITER names no delimiter.")
                    .at(window.file(), lexer.startLine())
                    .todo("write for example: DELIMITER //")
                    .exception();
        }
        lexer.delimiter(delimiter);
    }

    private SqlStatement statement() {
        lexer.pin();
        long offset = lexer.start();
        int line = lexer.startLine();
        StatementHead head = new StatementHead(syntax, window.file(), line);
        BodyTracker body = new BodyTracker(syntax);
        long end = offset;
        for (Kind kind = lexer.kind(); ; kind = lexer.next()) {
            if (kind == Kind.TERMINATOR && !(body.isOpen() && lexer.usualDelimiter())) {
                break;
            }
            if (kind == Kind.END || kind == Kind.DIRECTIVE) {
                requireClosed(body);
                ahead = true;
                break;
            }
            head.accept(lexer);
            body.accept(lexer);
            end = lexer.end();
        }
        head.refuseForbidden();
        return new SqlStatement(lexer.unpin(end), line, offset);
    }

    private void requireClosed(BodyTracker body) {
        if (body.isOpen() && lexer.usualDelimiter()) {
            throw lexer.unterminated("A body of statements", body.openLine());
        }
    }
}
