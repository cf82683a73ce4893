package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Live;
import org.limbeck.schema.Column;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Names in scripts, in raw SQL and in the catalogue. */
class H2NamesTest {
    private TestDatabase database;
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.create(DatabaseKind.H2);
        live = Live.on(database, new H2Provider());
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";DATABASE_TO_LOWER=TRUE",
                ";DATABASE_TO_UPPER=FALSE",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";MODE=MySQL"
            })
    void operationsAndBareWordsMeanTheSameObjects(String parameters) throws SQLException {
        String url = "jdbc:h2:mem:bare" + Math.abs(parameters.hashCode()) + parameters;
        try (Live other = Live.on(DriverManager.getConnection(url, "sa", ""), new H2Provider())) {
            other.apply(op -> {
                op.createSchema("side");
                op.createSequence("side.numbers");
                op.createTable(
                        "side.customer",
                        column("id", bigint()).fromSequence("side.numbers"),
                        column("age", integer()),
                        primaryKey("id"),
                        check("age > 0"),
                        index("age"));
                op.insert("side.customer", row("age", 5));
            });
            other.execute("CREATE TABLE made_by_hand (id bigint primary key, c bigint)");
            other.apply(op -> {
                op.addConstraint("made_by_hand", foreignKey("c").references("side.customer", "id"));
                op.insert("made_by_hand", row("id", 1, "c", 1));
            });
            assertThat(other.texts("SELECT c.age FROM made_by_hand m JOIN side.customer c ON c.id = m.c"))
                    .containsExactly("5");
            Table read =
                    other.schema().table(QualifiedName.parse("made_by_hand")).orElseThrow();
            assertThat(read.foreignKeys().get(0).references()).isEqualTo(QualifiedName.parse("side.customer"));
            assertThat(other.table("side.customer").indexes())
                    .extracting(Index::name)
                    .containsExactly("ix_customer_age");
        }
    }

    @Test
    void whatOnlyQuotesKeepInLowerCaseIsToldAndHidesNothing() throws SQLException {
        live.execute(
                "CREATE TABLE t (id INT, \"id\" INT, a INT, CONSTRAINT \"k\" CHECK (a > 0), UNIQUE (\"id\"))",
                "CREATE TABLE \"t\" (b INT, CONSTRAINT u UNIQUE (b))",
                "CREATE TABLE child (b INT, CONSTRAINT f FOREIGN KEY (b) REFERENCES \"t\" (b))",
                "CREATE INDEX \"i\" ON t (a)",
                "CREATE INDEX j ON t (a, \"id\")",
                "CREATE SEQUENCE \"s\"",
                "CREATE VIEW \"v\" AS SELECT 1 AS one",
                "CREATE ALIAS \"root\" FOR 'java.lang.Math.sqrt'");
        Schema schema = live.schema();
        assertThat(schema.tables().keySet())
                .extracting(QualifiedName::toString)
                .containsExactlyInAnyOrder("child", "t");
        Table table = live.table("t");
        assertThat(schema.table(table.name())).contains(table);
        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "a");
        assertThat(table.constraints()).isEmpty();
        assertThat(table.indexes()).isEmpty();
        assertThat(live.table("child").constraints()).isEmpty();
        assertThat(schema.views()).isEmpty();
        assertThat(schema.sequences()).isEmpty();
        assertThat(schema.routines()).isEmpty();
        String why = " has a name in lower case that only quotes keep";
        assertThat(schema.unknowns())
                .contains(
                        "table t" + why,
                        "column id of table T" + why,
                        "constraint k of table T" + why,
                        "constraint F of table CHILD" + why,
                        "index i of table T" + why,
                        "index J of table T" + why,
                        "sequence s" + why,
                        "view v" + why,
                        "routine root" + why)
                .hasSize(10);
    }

    /** A known limit: lower case in a script and upper case in a script are one name, and lower case is shown. */
    @Test
    void aNameInUpperCaseIsShownInLowerCase() throws SQLException {
        live.apply(op -> op.createTable("LOUD", column("A", integer()), column("Mixed", integer())));
        assertThat(live.schema().tables().keySet()).containsExactly(QualifiedName.parse("loud"));
        assertThat(live.table("LOUD").columns()).extracting(Column::name).containsExactly("a", "Mixed");
        assertThatThrownBy(() -> live.apply(op -> op.createTable("loud", column("a", integer()))))
                .hasMessageContaining("already exists");
    }

    @Test
    void aScriptForLaterIsForAPlainH2() {
        assertThat(new H2Provider().offline("h2").identifier("customer")).isEqualTo("\"CUSTOMER\"");
    }
}
