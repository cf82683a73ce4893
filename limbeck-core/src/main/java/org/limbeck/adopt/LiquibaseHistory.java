package org.limbeck.adopt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * The history of Liquibase: a changelog and a table.
 *
 * @param root the changelog that Liquibase is started with
 * @param table {@code [schema.]databasechangelog}
 * @param updateSql what {@code update-sql} prints on an empty database, or null
 * @param rollbackSql what {@code future-rollback-sql} prints on an empty database, or null
 * @param properties of the changelog, as given on the command line
 */
public record LiquibaseHistory(
        Path root,
        String table,
        @Nullable Path updateSql,
        @Nullable Path rollbackSql,
        Map<String, String> properties) implements OldHistory {

    /** The name of the table unless Liquibase is told otherwise. */
    public static final String TABLE = "databasechangelog";

    private static final Pattern CHANGE_SET = Pattern.compile("--\\s*Changeset (.*::.*::.*)");
    private static final Pattern ROLLBACK = Pattern.compile("--\\s*Rolling Back ChangeSet: (.*::.*::.*)");

    public LiquibaseHistory {
        properties = Map.copyOf(properties);
    }

    /** A row of the table. */
    record Row(
            String id,
            String author,
            String path,
            @Nullable String at,
            int order,
            String type,
            @Nullable String tag) {
        String key() {
            return path + "::" + id + "::" + author;
        }
    }

    /** Only what is included is read: a folder beside the changelog is another. */
    @Override
    public boolean reaches(Path scripts) {
        return root.toAbsolutePath()
                .normalize()
                .startsWith(scripts.toAbsolutePath().normalize());
    }

    @Override
    public Adoption read(Connection connection, Dialect dialect) throws SQLException {
        requireFile();
        Changelog log = new Changelog(root, properties).read();
        List<Row> rows = OldTable.read(
                        connection,
                        table,
                        row -> new Row(
                                Objects.requireNonNullElse(row.getString("ID"), ""),
                                Objects.requireNonNullElse(row.getString("AUTHOR"), ""),
                                Objects.requireNonNullElse(row.getString("FILENAME"), ""),
                                OldTable.time(row.getString("DATEEXECUTED")),
                                row.getInt("ORDEREXECUTED"),
                                Objects.requireNonNullElse(row.getString("EXECTYPE"), ""),
                                row.getString("TAG")))
                .orElseThrow(() -> FlywayHistory.noTable("Liquibase", table));
        return new LiquibaseReading(this, log, rows, cut(updateSql, CHANGE_SET), cut(rollbackSql, ROLLBACK), dialect)
                .adoption();
    }

    private void requireFile() {
        if (!Files.isRegularFile(root)) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "There is no changelog " + root)
                    .why(Files.isDirectory(root) ? "It is a folder." : "There is no such file.")
                    .todo("Name the changelog that Liquibase is started with:  --from FILE")
                    .exception();
        }
    }

    private GeneratedSql cut(@Nullable Path file, Pattern marker) {
        String plain = table.substring(table.lastIndexOf('.') + 1);
        Pattern own = Pattern.compile(
                "(?:(?:INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|DROP TABLE)\\s+\\S*" + Pattern.quote(plain)
                        + "(?:LOCK)?\\b.*|--\\s+(?:Release|Lock|Create|Initialize) Database.*|SET SEARCH_PATH TO .*)",
                Pattern.CASE_INSENSITIVE);
        return GeneratedSql.cut(file == null ? "" : OldFiles.text(file), marker, own);
    }
}
