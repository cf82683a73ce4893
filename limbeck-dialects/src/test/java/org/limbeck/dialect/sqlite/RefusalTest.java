package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.limbeck.migration.Words.*;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Block;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Generation;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.View;

/** What SQLite cannot do is refused with the reason and the way out; what it reports is understood. */
final class RefusalTest {
    private final Dialect dialect = new SqliteProvider().offline("sqlite");

    static Stream<Named<Map.Entry<Feature, Block>>> refused() {
        return Stream.of(
                refusal(Feature.SCHEMAS, op -> op.createSchema("s")),
                refusal(Feature.SCHEMAS, op -> op.createTable("s.t", column("a", integer()))),
                refusal(
                        Feature.SCHEMAS,
                        op -> op.createTable(
                                "t", column("a", integer()), foreignKey("a").references("s.t", "a"))),
                refusal(Feature.SEQUENCES, op -> op.createSequence("s")),
                refusal(Feature.SEQUENCES, op -> op.alterSequence(Sequence.of("s"))),
                refusal(Feature.SEQUENCES, op -> op.dropSequence("s")),
                refusal(Feature.NAMED_ENUMS, op -> op.addEnumValue("e", "x")),
                refusal(
                        Feature.MATERIALISED_VIEWS,
                        op -> op.createView(View.of("v", "SELECT 1").kept())),
                refusal(Feature.ROUTINES, op -> op.createFunction("f", "()", "CREATE FUNCTION f() ...")),
                refusal(Feature.EXTENSIONS, op -> op.createExtension("x")),
                refusal(Feature.ARRAYS, op -> op.createTable("t", column("a", arrayOf(text())))),
                refusal(
                        Feature.EXCLUSIONS,
                        op -> op.createTable("t", column("a", integer()), exclude("gist", with("a", "=")))),
                refusal(
                        Feature.DEFERRABLE_UNIQUES,
                        op -> op.createTable(
                                "t", column("a", integer()), unique("a").deferrable(Deferrability.INITIALLY_DEFERRED))),
                refusal(
                        Feature.DEFERRABLE_UNIQUES,
                        op -> op.createTable(
                                "t",
                                column("a", integer()),
                                new PrimaryKey("pk", List.of("a"), Deferrability.INITIALLY_DEFERRED))),
                refusal(
                        Feature.NULLS_NOT_DISTINCT,
                        op -> op.createTable(
                                "t", column("a", integer()), unique("a").nullsNotDistinct())),
                refusal(
                        Feature.NULLS_NOT_DISTINCT,
                        op -> op.createIndex("t", index("a").unique().nullsNotDistinct())),
                refusal(
                        Feature.INDEX_INCLUDE,
                        op -> op.createIndex("t", index("a").include("b"))),
                refusal(Feature.INDEX_NULLS_ORDER, op -> op.createIndex("t", index(asc("a").nullsFirst()))),
                refusal(
                        Feature.INDEX_METHODS,
                        op -> op.createIndex("t", index("a").using("gin"))),
                refusal(Feature.INDEX_PREFIX, op -> op.createIndex("t", index(asc("a").prefix(3)))),
                refusal(Feature.INDEX_METHODS, op -> op.createIndex("t", index(asc("a").operatorClass("c")))),
                refusal(
                        Feature.INDEX_METHODS,
                        op -> op.createIndex("t", index("a").option("sqlite", "x"))),
                refusal(
                        Feature.IDENTITY_ALWAYS,
                        op -> op.createTable("t", column("a", integer()).autoIncrement())),
                refusal(
                        Feature.IDENTITY_ALWAYS,
                        op -> op.createTable(
                                "t",
                                column("a", integer()).withGeneration(new Generation.Identity(false, null, 5L)),
                                primaryKey("a"))));
    }

    private static Named<Map.Entry<Feature, Block>> refusal(Feature feature, Block block) {
        return named(feature.name(), Map.entry(feature, block));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void withReasonAndWayOut(Map.Entry<Feature, Block> refusal) {
        assertThat(dialect.supports(refusal.getKey())).isFalse();
        assertThatThrownBy(() -> Live.sql(dialect, refusal.getValue()))
                .isInstanceOfSatisfying(LimbeckException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED_HERE);
                    assertThat(e.problem().why()).isNotEmpty();
                    assertThat(e.problem().advice()).isNotEmpty();
                });
    }

    @Test
    void aNulInATextIsRefused() {
        assertThatThrownBy(() -> dialect.literal("a\0b", null)).hasMessageContaining("NUL");
        assertThatThrownBy(() -> dialect.identifier("a\0b")).hasMessageContaining("NUL");
    }

    @ParameterizedTest
    @EnumSource(
            value = Feature.class,
            names = {
                "TRANSACTIONAL_DDL",
                "VIEWS",
                "TRIGGERS",
                "CHECKS",
                "PARTIAL_INDEXES",
                "EXPRESSION_INDEXES",
                "STORED_COMPUTED",
                "VIRTUAL_COMPUTED",
                "EXPRESSION_DEFAULTS",
                "COLUMN_COLLATIONS",
                "DEFERRABLE_FOREIGN_KEYS",
                "RENAME_CONSTRAINT",
                "CONSTRAINT_NAMES",
                "INLINE_ENUMS"
            })
    void whatItCanDoIsSaid(Feature feature) {
        assertThat(dialect.supports(feature)).isTrue();
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> Live.sql(dialect, op -> op.setDefault("t", "a", 1)))
                .hasMessageContaining("LMB-4016 Table t does not exist");
        Block create = op -> op.createTable("t", column("a", integer()));
        assertThatThrownBy(() -> Live.sql(dialect, op -> {
                    create.record(op);
                    op.setDefault("t", "b", 1);
                }))
                .hasMessageContaining("Column t.b does not exist");
        assertThatThrownBy(() -> Live.sql(dialect, op -> {
                    create.record(op);
                    op.dropConstraint("t", "ck");
                }))
                .hasMessageContaining("Constraint ck of table t does not exist");
        assertThatThrownBy(() -> Live.sql(dialect, op -> {
                    create.record(op);
                    op.renameIndex("t", "i", "j");
                }))
                .hasMessageContaining("Index i of table t does not exist");
        assertThatThrownBy(() -> Live.sql(dialect, op -> {
                    create.record(op);
                    op.addConstraint("t", check("a > 0").named("ck"));
                    op.addConstraint("t", check("a > 1").named("ck"));
                }))
                .hasMessageContaining("Constraint ck of table t exists already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VACUUM|true",
                "PRAGMA foreign_keys = ON|true",
                "pragma main.journal_mode=wal|true",
                "ATTACH 'x' AS y|true",
                "PRAGMA user_version = 7|false",
                "PRAGMA defer_foreign_keys = ON|false",
                "SELECT 'VACUUM'|false",
                "CREATE TABLE t (a)|false"
            })
    void whatRefusesATransaction(String sql, boolean refuses) {
        assertThat(dialect.refusesTransaction(sql)).isEqualTo(refuses);
        assertThat(dialect.commitsByItself(sql)).isFalse();
    }

    @Test
    void theProvider() {
        SqliteProvider provider = new SqliteProvider();
        assertThat(provider.accepts("jdbc:sqlite:x.db")).isTrue();
        assertThat(provider.accepts("jdbc:h2:x")).isFalse();
        assertThat(provider.accepts(new ServerInfo("SQLite", "3.40.0", 3, 40))).isTrue();
        assertThat(provider.names()).containsExactly("sqlite");
        assertThat(provider.driverClass("jdbc:sqlite:x.db")).isEqualTo(org.sqlite.JDBC.class.getName());
        assertThatThrownBy(() -> provider.dialect(new ServerInfo("SQLite", "3.37.2", 3, 37)))
                .hasMessageContaining("SQLite 3.37.2 is too old");
    }

    @Test
    void anOfflineScriptStops() {
        assertThat(dialect.stopScript("it's over")).isEqualTo("SELECT json_extract('{}', 'it''s over');\n.exit 1");
        assertThat(dialect.isolatedScript(Placement.ISOLATED, true))
                .contains(".bail on\nPRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE");
        assertThat(dialect.isolatedScript(Placement.ISOLATED, false)).startsWith("COMMIT");
        assertThat(dialect.isolatedScript(Placement.INSIDE, true)).isEmpty();
    }

    // ---- failures

    @TempDir
    java.nio.file.Path folder;

    private Failure failure(Connection connection, String sql) {
        try {
            connection.createStatement().execute(sql);
            throw new AssertionError("it succeeds: " + sql);
        } catch (SQLException e) {
            return dialect.failure(e);
        }
    }

    @Test
    void failuresAreUnderstood() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve("a.db");
        try (Connection first = DriverManager.getConnection(url);
                Connection second = DriverManager.getConnection(url + "?busy_timeout=1")) {
            assertThat(failure(first, "SELECT * FROM nowhere")).isEqualTo(Failure.NO_SUCH_TABLE);
            assertThat(failure(first, "DROP VIEW nowhere")).isEqualTo(Failure.NO_SUCH_TABLE);
            assertThat(failure(first, "SELEKT")).isEqualTo(Failure.OTHER);
            first.createStatement().execute("BEGIN IMMEDIATE");
            assertThat(failure(second, "CREATE TABLE t (a)")).isEqualTo(Failure.LOCK_WAIT);
            first.createStatement().execute("ROLLBACK");
            first.createStatement().execute("CREATE TABLE t (a)");
            second.createStatement().execute("PRAGMA query_only = ON");
            assertThat(failure(second, "INSERT INTO t VALUES (1)")).isEqualTo(Failure.READ_ONLY);
            first.createStatement().execute("PRAGMA max_page_count = 3");
            assertThat(failure(first, "INSERT INTO t VALUES (zeroblob(100000))"))
                    .isEqualTo(Failure.NO_SPACE);
            first.createStatement().execute("PRAGMA max_page_count = 1000");
        }
        Connection closed = DriverManager.getConnection(url);
        closed.close();
        assertThat(failure(closed, "SELECT 1")).isEqualTo(Failure.CONNECTION_LOST);
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("no/such/folder.db")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(dialect.failure(e)).isEqualTo(Failure.UNREACHABLE));
        java.nio.file.Files.writeString(
                folder.resolve("text.db"), "this is no database, but a long enough text".repeat(50));
        try (Connection text = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("text.db"))) {
            assertThat(failure(text, "SELECT * FROM sqlite_master")).isEqualTo(Failure.UNREACHABLE);
        } catch (SQLException e) {
            assertThat(dialect.failure(e)).isEqualTo(Failure.UNREACHABLE);
        }
    }

    @Test
    void tablesAreCountedWithoutOurOwn() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Live live = Live.on(connection, new SqliteProvider());
            live.execute("CREATE TABLE limbeck_revision (a)", "CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)");
            assertThat(live.dialect().reflector().countTables(connection)).isEqualTo(1);
        }
    }
}
