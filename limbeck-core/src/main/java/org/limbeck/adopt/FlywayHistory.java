package org.limbeck.adopt;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * The history of Flyway: a folder of SQL migrations and a table.
 *
 * @param folder of the migrations, with the folders in it
 * @param table {@code [schema.]flyway_schema_history}
 * @param placeholders what their placeholders mean
 * @param allowEdited whether files may differ from what was applied
 */
public record FlywayHistory(Path folder, String table, Placeholders placeholders, boolean allowEdited)
        implements OldHistory {

    /** The name of the table unless Flyway is told otherwise. */
    public static final String TABLE = "flyway_schema_history";

    @Override
    public boolean reaches(Path scripts) {
        return OldFiles.overlap(folder, scripts);
    }

    @Override
    public Adoption read(Connection connection, Dialect dialect) throws SQLException {
        List<FlywayFile> files = OldFiles.read(folder, FlywayFile::isWanted).stream()
                .map(FlywayFile::of)
                .toList();
        List<FlywayRow> rows =
                OldTable.read(connection, table, FlywayRow::of).orElseThrow(() -> noTable("Flyway", table));
        return new FlywayReading(this, files, rows, dialect.syntax()).adoption();
    }

    static RuntimeException noTable(String tool, String table) {
        return Problem.of(ErrorCode.ADOPTION_REFUSED, "The database has no table " + table)
                .why("It holds what " + tool + " applied; without it nothing tells where this database is.")
                .todo("Name it with  --table [SCHEMA.]NAME , if it is called otherwise.")
                .todo("On a database that " + tool + " never saw, adopt another one and run  limbeck upgrade  here.")
                .exception();
    }
}
