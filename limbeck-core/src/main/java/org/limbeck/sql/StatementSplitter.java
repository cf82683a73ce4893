package org.limbeck.sql;

import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.LimbeckException;

/** Splits SQL text without directives into its statements. */
public final class StatementSplitter {
    private StatementSplitter() {}

    /**
     * The statements of a text, read as they are asked for. The iterator throws {@link LimbeckException} where the text
     * is not closed or holds what a script may not say; it does not close the reader and is not thread-safe.
     *
     * @param file the file's name for messages, if there is one
     */
    public static Iterator<SqlStatement> split(Reader reader, SqlSyntax syntax, @Nullable String file) {
        return new Statements(new SqlScanner(reader, syntax, file, 1, 0, false));
    }

    /**
     * All statements of a text.
     *
     * @throws LimbeckException where the text is not closed or holds what a script may not say
     */
    public static List<SqlStatement> all(String sql, SqlSyntax syntax) {
        List<SqlStatement> statements = new ArrayList<>();
        split(new StringReader(sql), syntax, null).forEachRemaining(statements::add);
        return statements;
    }

    private static final class Statements implements Iterator<SqlStatement> {
        private final SqlScanner scanner;
        private @Nullable SqlStatement next;

        Statements(SqlScanner scanner) {
            this.scanner = scanner;
        }

        @Override
        public boolean hasNext() {
            if (next == null && scanner.next() instanceof SqlStatement statement) {
                next = statement;
            }
            return next != null;
        }

        @Override
        public SqlStatement next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            SqlStatement statement = next;
            next = null;
            return statement;
        }
    }
}
