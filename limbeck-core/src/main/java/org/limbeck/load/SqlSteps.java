package org.limbeck.load;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.load.Keyword.Position;
import org.limbeck.sql.SqlDirective;
import org.limbeck.sql.SqlPiece;
import org.limbeck.sql.SqlScanner;
import org.limbeck.sql.SqlStatement;

/**
 * The steps of a section, read from the file as they are asked for. {@link #hasNext} and {@link #next} throw
 * {@link LimbeckException} where the text is not as it should be. Close it. Not thread-safe.
 */
public final class SqlSteps implements Iterator<SqlStep>, AutoCloseable {
    private final SqlScanner scanner;
    private final ParameterText parameters;
    private final ScriptSource source;
    private final Reader reader;
    private @Nullable SqlStep next;
    private boolean ended;

    SqlSteps(SqlScanner scanner, ParameterText parameters, ScriptSource source, Reader reader) {
        this.scanner = scanner;
        this.parameters = parameters;
        this.source = source;
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = read();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public SqlStep next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        SqlStep step = next;
        next = null;
        return step;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The script cannot be closed.")
                    .at(source.name(), 0)
                    .exception(e);
        }
    }

    private @Nullable SqlStep read() {
        String check = null;
        for (SqlPiece piece = scanner.next(); piece != null; piece = scanner.next()) {
            if (piece instanceof SqlStatement statement) {
                return step(check, statement);
            }
            Directive directive = Directive.parse(((SqlDirective) piece).text(), place(piece));
            if (directive.keyword().position() == Position.SECTION) {
                return null;
            } else if (directive.keyword() == Keyword.CHECK) {
                check = directive.value();
            }
        }
        return null;
    }

    private SqlStep step(@Nullable String check, SqlStatement statement) {
        Place place = place(statement);
        String sql = parameters.replace(statement.text(), place);
        return check == null ? new SqlStep.Execute(sql, place) : new SqlStep.Check(check, sql, place);
    }

    private Place place(SqlPiece piece) {
        return new Place(source.name(), piece.line());
    }
}
