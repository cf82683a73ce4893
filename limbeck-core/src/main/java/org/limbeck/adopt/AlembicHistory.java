package org.limbeck.adopt;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;

/**
 * The history of Alembic: a folder of Python files and a table of heads.
 *
 * @param folder {@code versions}, or a folder around it
 * @param table {@code [schema.]alembic_version}
 * @param upgradeSql what {@code alembic upgrade heads --sql} prints, or null
 * @param downgradeSql what {@code alembic downgrade heads:base --sql} prints, or null
 */
public record AlembicHistory(
        Path folder,
        String table,
        @Nullable Path upgradeSql,
        @Nullable Path downgradeSql) implements OldHistory {

    /** The name of the table unless Alembic is told otherwise. */
    public static final String TABLE = "alembic_version";

    private static final Pattern UPGRADE = Pattern.compile("-- Running upgrade .*-> *([^\\s,]+).*");
    private static final Pattern DOWNGRADE = Pattern.compile("-- Running downgrade ([^\\s,]+) *->.*");

    @Override
    public boolean reaches(Path scripts) {
        return OldFiles.overlap(folder, scripts);
    }

    @Override
    public Adoption read(Connection connection, Dialect dialect) throws SQLException {
        List<OldFile> files = OldFiles.read(folder, name -> name.endsWith(".py"));
        List<String> rows = OldTable.read(
                        connection, table, row -> Objects.requireNonNullElse(row.getString("version_num"), ""))
                .orElseThrow(() -> FlywayHistory.noTable("Alembic", table));
        return new AlembicReading(
                        this, files, rows, cut(upgradeSql, UPGRADE), cut(downgradeSql, DOWNGRADE), dialect.syntax())
                .adoption();
    }

    private GeneratedSql cut(@Nullable Path file, Pattern marker) {
        Pattern own = Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|DROP TABLE)\\s+\\S*"
                + Pattern.quote(table.substring(table.lastIndexOf('.') + 1)) + "\\b.*");
        return GeneratedSql.cut(file == null ? "" : OldFiles.text(file), marker, own);
    }
}
