package org.limbeck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.LimbeckException;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

class SqlFileSourceTest {
    private static final QualifiedName PRECIOUS = QualifiedName.parse("precious");

    @TempDir
    Path folder;

    private Schema read(Live live, String sql) throws Exception {
        Files.writeString(folder.resolve("model.sql"), sql);
        Dialect dialect = live.dialect();
        SqlFileSource source = new SqlFileSource(
                work -> Objects.requireNonNull(dialect.scratch()).in(live.connection(), work));
        return source.read(new ModelSource.Request(
                        "model.sql", dialect, folder, List.of(), getClass().getClassLoader()))
                .schema();
    }

    private static Live live(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            ServerInfo server = ServerInfo.of(connection);
            return Live.on(
                    database,
                    Dialects.providers().stream()
                            .filter(provider -> provider.accepts(server))
                            .findFirst()
                            .orElseThrow());
        }
    }

    /** A dump that drops, fills and commits: what it makes is read, and the live database stays as it is. */
    @EachDatabase
    void nothingLeavesTheScratchPlace(TestDatabase database) throws Exception {
        try (Live live = live(database)) {
            live.apply(op -> {
                op.createTable("precious", column("id", integer()).notNull(), primaryKey("id"));
                op.insert("precious", row("id", 1));
            });
            Schema model = read(live, """
                    DROP TABLE IF EXISTS precious;
                    CREATE TABLE precious (id int, more int);
                    INSERT INTO precious VALUES (2, 3);
                    CREATE TABLE IF NOT EXISTS born (at date, code varchar(10));
                    ALTER TABLE born ADD COLUMN name varchar(10);
                    CREATE INDEX born_code ON born (code);
                    """);
            assertThat(model.tables()).containsOnlyKeys(PRECIOUS, QualifiedName.parse("born"));
            assertThat(model.table(QualifiedName.parse("born")).orElseThrow().columns())
                    .extracting(column -> column.type().kind().name())
                    .containsExactly("DATE", "VARCHAR", "VARCHAR");
            assertThat(live.schema().tables()).containsOnlyKeys(PRECIOUS);
            assertThat(live.schema().table(PRECIOUS).orElseThrow().columns()).hasSize(1);
        }
    }

    /** A statement that names the live schema could reach it. */
    @EachDatabase
    void aSchemaMayNotBeNamed(TestDatabase database) throws Exception {
        try (Live live = live(database)) {
            String schema = live.connection().getSchema();
            String own = schema == null ? live.connection().getCatalog() : schema;
            live.apply(op -> op.createTable("precious", column("id", integer())));
            if (own != null) {
                String name = live.dialect().identifier(own);
                assertThatThrownBy(() -> read(
                                live, "CREATE TABLE a (id int);\nALTER TABLE " + name + ".precious ADD COLUMN x int;"))
                        .isInstanceOf(LimbeckException.class)
                        .hasMessageContaining("cannot be tried out safely")
                        .hasMessageContaining("model.sql:2");
            }
            for (String statement : List.of(
                    "ALTER TABLE precious ADD COLUMN x int;",
                    "CREATE INDEX i ON precious (id);",
                    "CREATE UNIQUE INDEX IF NOT EXISTS i ON precious (id);")) {
                assertThatThrownBy(() -> read(live, statement)).hasMessageContaining("which the file does not create");
            }
            assertThatThrownBy(() -> read(live, "CREATE SCHEMA beside;")).hasMessageContaining("beyond a schema");
            assertThatThrownBy(() -> read(live, "CREATE TABLE a (id int);\nCOMMIT;"))
                    .hasMessageContaining("transaction");
            assertThat(live.schema().table(PRECIOUS).orElseThrow().columns()).hasSize(1);
        }
    }
}
