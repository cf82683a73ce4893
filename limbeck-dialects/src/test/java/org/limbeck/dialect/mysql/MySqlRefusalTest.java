package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.dialect.mysql.Dialects.MARIADB;
import static org.limbeck.dialect.mysql.Dialects.MYSQL;
import static org.limbeck.migration.Words.arrayOf;
import static org.limbeck.migration.Words.asc;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.exclude;
import static org.limbeck.migration.Words.expression;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.timestampTz;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.varchar;
import static org.limbeck.migration.Words.with;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Block;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Generation;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.View;

/** What the databases cannot do is refused with a way out, and never left out silently. */
class MySqlRefusalTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                refusal("expression index on MariaDB", op -> op.createIndex("t", index(expression("a + 1")))),
                refusal("partial index", op -> op.createIndex("t", index("a").where("a > 1"))),
                refusal("include", op -> op.createIndex("t", index("a").include("b"))),
                refusal("gin", op -> op.createIndex("t", index("a").using("gin"))),
                refusal("hash on InnoDB", op -> op.createIndex("t", index("a").using("hash"))),
                refusal("nulls last", op -> op.createIndex("t", index(asc("a").nullsLast()))),
                refusal("operator class", op -> op.createIndex("t", index(asc("a").operatorClass("x")))),
                refusal("collated member", op -> op.createIndex("t", index(asc("a").collate("x")))),
                refusal(
                        "nulls not distinct",
                        op -> op.addConstraint("t", unique("a").nullsNotDistinct())),
                refusal(
                        "nulls not distinct index",
                        op -> op.createIndex("t", index("a").unique().nullsNotDistinct())),
                refusal(
                        "deferrable unique",
                        op -> op.addConstraint("t", unique("a").deferrable(Deferrability.INITIALLY_DEFERRED))),
                refusal(
                        "deferrable key",
                        op -> op.addConstraint(
                                "t",
                                foreignKey("a").references("p", "id").deferrable(Deferrability.INITIALLY_IMMEDIATE))),
                refusal(
                        "not valid key",
                        op -> op.addConstraint(
                                "t", foreignKey("a").references("p", "id").notValid())),
                refusal(
                        "not valid check",
                        op -> op.addConstraint("t", check("a > 1").notValid())),
                refusal(
                        "set default",
                        op -> op.addConstraint(
                                "t", foreignKey("a").references("p", "id").onDelete(ReferentialAction.SET_DEFAULT))),
                refusal("exclusion", op -> op.addConstraint("t", exclude("gist", with("a", "&&")))),
                refusal("array", op -> op.addColumn("t", column("x", arrayOf(integer())))),
                refusal(
                        "varchar without a length",
                        op -> op.addColumn("t", column("x", DataType.of(TypeKind.VARCHAR)))),
                refusal(
                        "materialised view",
                        op -> op.createView(View.of("v", "select 1").kept())),
                refusal(
                        "comment on a view",
                        op -> op.createView(new View(
                                View.of("v", "select 1").name(),
                                View.of("v", "select 1").query(),
                                false,
                                List.of(),
                                "words"))),
                refusal("extension", op -> op.createExtension(new Extension("x", null, null))),
                refusal("enum without a column", op -> op.addEnumValue("mood", "ok")),
                refusal("enum renaming without a column", op -> op.renameEnumValue("mood", "ok", "fine")),
                refusal("emoji in a name", op -> op.dropTable("t😀")),
                refusal("65 characters", op -> op.dropTable("t".repeat(65))),
                refusal("blank at the end", op -> op.dropTable("t ")),
                refusal(
                        "emoji in a default",
                        op -> op.addColumn("t", column("x", varchar(9)).defaultTo("😀"))),
                refusal(
                        "emoji in a comment",
                        op -> op.addColumn("t", column("x", varchar(9)).comment("😀"))),
                refusal(
                        "step of numbers",
                        op -> op.addColumn(
                                "t", column("x", integer()).withGeneration(new Generation.Identity(false, 1L, 5L)))),
                refusal(
                        "computed column that is not null, on MariaDB",
                        op -> op.addColumn("t", column("x", integer()).notNull().storedAs("1"))),
                refusal(
                        "instant as a default, on MariaDB",
                        op -> op.addColumn("t", column("x", timestampTz()).defaultTo(Instant.EPOCH))));
    }

    private static Arguments refusal(String what, Block block) {
        return Arguments.of(what, block);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithAWayOut(String what, Block block) {
        assertThatThrownBy(() -> Live.sql(MARIADB, block)).isInstanceOfSatisfying(LimbeckException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ErrorCode.NOT_SUPPORTED_HERE);
            assertThat(e.problem().why()).isNotEmpty();
            assertThat(e.problem().advice()).isNotEmpty();
        });
    }

    @Test
    void sequencesAreMariaDbsOnly() {
        assertThatThrownBy(() -> Live.sql(MYSQL, op -> op.createSequence("s"))).hasMessageContaining("MySQL cannot");
        assertThatThrownBy(() -> Live.sql(MYSQL, op -> op.dropSequence("s"))).hasMessageContaining("MySQL cannot");
        assertThat(Live.sql(
                        MYSQL, op -> op.addColumn("t", column("x", integer()).fromSequence("s"))))
                .as("without sequences the column counts by itself")
                .containsExactly("ALTER TABLE t ADD COLUMN x int NOT NULL AUTO_INCREMENT");
    }

    @Test
    void featuresAreWhatTheServersHave() {
        Set<Feature> missing = EnumSet.of(
                Feature.TRANSACTIONAL_DDL,
                Feature.SEQUENCES,
                Feature.NAMED_ENUMS,
                Feature.MATERIALISED_VIEWS,
                Feature.EXTENSIONS,
                Feature.ARRAYS,
                Feature.EXCLUSIONS,
                Feature.DEFERRABLE_FOREIGN_KEYS,
                Feature.DEFERRABLE_UNIQUES,
                Feature.NOT_VALID,
                Feature.RENAME_CONSTRAINT,
                Feature.PARTIAL_INDEXES,
                Feature.INDEX_INCLUDE,
                Feature.INDEX_NULLS_ORDER,
                Feature.NULLS_NOT_DISTINCT,
                Feature.INDEX_IF_NOT_EXISTS,
                Feature.CONCURRENT_INDEXES,
                Feature.IDENTITY_ALWAYS);
        for (Feature feature : Feature.values()) {
            assertThat(MYSQL.supports(feature)).as("MySQL " + feature).isEqualTo(!missing.contains(feature));
            boolean maria = switch (feature) {
                case SEQUENCES -> true;
                case EXPRESSION_INDEXES -> false;
                default -> !missing.contains(feature);
            };
            assertThat(MARIADB.supports(feature)).as("MariaDB " + feature).isEqualTo(maria);
        }
    }

    @Test
    void versionsDecide() {
        Dialect old = new MariaDbDialect(new ServerInfo("MariaDB", "10.6.4-MariaDB", 10, 6));
        assertThat(old.type(DataType.of(TypeKind.UUID))).isEqualTo("binary(16)");
        assertThat(MARIADB.type(DataType.of(TypeKind.UUID))).isEqualTo("uuid");
        assertThatThrownBy(() -> Live.sql(old, op -> op.createIndex("t", index(asc("a").desc()))))
                .hasMessageContaining("descending");
    }

    @Test
    void aServerIsKnownByItsVersionWhateverTheDriverCallsIt() {
        MySqlProvider provider = new MySqlProvider();
        ServerInfo prefixed = new ServerInfo("MySQL", "5.5.5-10.11.8-MariaDB-log", 5, 5);
        assertThat(provider.accepts(prefixed)).isTrue();
        assertThat(provider.dialect(prefixed).name()).isEqualTo("mariadb");
        assertThat(provider.dialect(prefixed).server().atLeast(10, 11)).isTrue();
        assertThat(provider.dialect(new ServerInfo("MySQL", "8.0.36", 8, 0)).name())
                .isEqualTo("mysql");
        assertThat(provider.accepts(new ServerInfo("PostgreSQL", "15", 15, 0))).isFalse();
        assertThatThrownBy(() -> provider.dialect(new ServerInfo("MySQL", "5.7.44", 5, 7)))
                .hasMessageContaining("5.7.44");
        assertThatThrownBy(() -> provider.dialect(new ServerInfo("MariaDB", "10.5.1-MariaDB", 10, 5)))
                .hasMessageContaining("10.5.1");
        assertThat(provider.driverClass("jdbc:mysql://h/d?permitMysqlScheme")).isEqualTo("org.mariadb.jdbc.Driver");
        assertThat(provider.driverClass("jdbc:mysql://h/d")).isEqualTo("com.mysql.cj.jdbc.Driver");
        assertThat(provider.offline("mysql").answersTo()).containsExactly("mysql");
        assertThat(provider.offline("mariadb").answersTo()).containsExactly("mariadb", "mysql");
    }
}
