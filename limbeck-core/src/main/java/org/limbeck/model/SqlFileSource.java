package org.limbeck.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Scratch;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.sql.SqlStatement;
import org.limbeck.sql.StatementSplitter;

/**
 * A schema as the statements of a file create it: {@code sql:schema.sql}. They are executed where nobody sees them, in
 * memory or in a schema that is rolled back or dropped, and what they made is read back. Only statements that make
 * something there are executed ({@code CREATE}, {@code ALTER}, {@code COMMENT}); what could reach beyond is refused.
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
            ModelStatements known = new ModelStatements(request.dialect(), request.address(), connection);
            for (SqlStatement one : statements.stream().filter(known::makes).toList()) {
                try {
                    statement.execute(one.text());
                } catch (SQLException e) {
                    throw failed(request, one, e);
                }
            }
        }
        Dialect dialect = request.dialect();
        Schema schema = dialect.reflector().schema(connection, null);
        Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        schema.tables().forEach((name, table) -> tables.put(name, legible(table, dialect)));
        return schema.withTables(tables);
    }

    /** Types by their logical names, where the words of the file mean one. */
    private static Table legible(Table table, Dialect dialect) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.type().kind() == TypeKind.NATIVE
                        ? column.withType(
                                dialect.readType(String.valueOf(column.type().name())))
                        : column)
                .toList());
    }

    private static LimbeckException failed(Request request, SqlStatement statement, SQLException e) {
        return Problem.of(ErrorCode.MODEL_UNREADABLE, "A statement of the model fails")
                .at(request.address(), statement.line())
                .why(String.valueOf(e.getMessage()))
                .exception(e);
    }
}
