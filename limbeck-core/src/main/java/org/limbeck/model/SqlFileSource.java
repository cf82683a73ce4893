package org.limbeck.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Scratch;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.schema.Schema;
import org.limbeck.sql.SqlStatement;
import org.limbeck.sql.StatementSplitter;

/**
 * A schema as the statements of a file create it: {@code sql:schema.sql}. They are executed where nobody sees them, in
 * memory or in a schema that is rolled back or dropped, and what they made is read back.
 */
public final class SqlFileSource implements ModelSource {

    /** Does work in a scratch place of the database at hand. */
    public interface Place {
        /** @throws SQLException if there can be none, or the work fails */
        Schema in(Scratch.Work<Schema> work) throws SQLException;
    }

    private final Place place;

    public SqlFileSource(Place place) {
        this.place = place;
    }

    @Override
    public String scheme() {
        return "sql";
    }

    @Override
    public Model read(Request request) {
        Path file = request.folder().resolve(request.address());
        try {
            List<SqlStatement> statements = StatementSplitter.all(
                    Files.readString(file), request.dialect().syntax());
            return Model.of(place.in(connection -> create(connection, statements, request)));
        } catch (IOException e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "The model cannot be read: " + file)
                    .why(e.toString())
                    .exception(e);
        } catch (SQLException e) {
            throw Problem.of(ErrorCode.MODEL_UNREADABLE, "There is no place to try out " + request.address())
                    .why(String.valueOf(e.getMessage()))
                    .todo("Give the user the right to create a schema or database, or keep the schema as a snapshot.")
                    .exception(e);
        }
    }

    private static Schema create(Connection connection, List<SqlStatement> statements, Request request)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SqlStatement one : statements) {
                try {
                    statement.execute(one.text());
                } catch (SQLException e) {
                    throw failed(request, one, e);
                }
            }
        }
        Dialect dialect = request.dialect();
        return dialect.reflector().schema(connection, null);
    }

    private static LimbeckException failed(Request request, SqlStatement statement, SQLException e) {
        return Problem.of(ErrorCode.MODEL_UNREADABLE, "A statement of the model fails")
                .at(request.address(), statement.line())
                .why(String.valueOf(e.getMessage()))
                .exception(e);
    }
}
